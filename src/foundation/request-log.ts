import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { CLIENT_ADDRESS, clientAddress } from './client-address';
import { stopwatch } from './clock';
import { log } from './log';
import { enterRequest, REQUEST_ID, requestIdFrom } from './request-id';

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'];

/** Asked for by the dozen, or every few seconds by a machine: of interest only when looking for a fault. */
const QUIET = /^\/(_next\/|healthz$|readyz$)/;

type Arrival = { request: IncomingMessage; response: ServerResponse };

/**
 * Gives every request of this process an id and the true address of whoever asks, and writes one
 * line when it is answered. Node announces requests before the framework sees them, which is the
 * one place where the connection itself is still known.
 */
export function watchRequests(trustedHops: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Arrival;
    markRequest(request, trustedHops);
    const id = request.headers[REQUEST_ID] as string;
    response.setHeader(REQUEST_ID, id);
    enterRequest(id);
    logWhenAnswered(request, response, id);
  });
}

type Marked = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string } };

export function markRequest({ headers, socket }: Marked, trustedHops: number): void {
  const forwardedFor = headers['x-forwarded-for'];
  headers[CLIENT_ADDRESS] = clientAddress(
    socket.remoteAddress,
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustedHops,
  );
  headers[REQUEST_ID] = requestIdFrom(headers[REQUEST_ID] as string | undefined, trustedHops > 0);
  if (trustedHops === 0) for (const name of FORWARDED) delete headers[name];
}

function logWhenAnswered(request: IncomingMessage, response: ServerResponse, id: string) {
  const elapsed = stopwatch();
  // Without the query: it may hold a sign-in link's token, or what somebody searched for.
  const path = request.url?.split('?')[0] ?? '';
  const { method } = request;
  response.once('close', () => {
    const line = {
      requestId: id,
      method,
      path,
      status: response.statusCode,
      milliseconds: elapsed(),
      ...(response.writableFinished ? {} : { abandoned: true }),
    };
    if (QUIET.test(path)) log.debug(line, 'request');
    else log.info(line, 'request');
  });
}
