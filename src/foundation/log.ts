import 'server-only';
import pino from 'pino';

/** Structured log lines on standard output. Read from process.env so that a broken environment can still be told. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { service: 'guildhall' },
  redact: ['*.email', '*.token', '*.password', '*.secret'],
});
