import 'server-only';
import pino from 'pino';
import { requestId } from './request-id';

/**
 * Structured log lines on standard output, each with the id of the request it belongs to.
 * Reads process.env itself, so that a broken environment can still be told.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { service: 'guildhall' },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const id = requestId();
    return id ? { requestId: id } : {};
  },
  redact: ['*.email', '*.token', '*.password', '*.secret', 'email', 'token', 'password', 'secret'],
});
