import type { Instrumentation } from 'next';

/** Runs once when a server process starts, before it answers anyone. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  outliveReaders();
  const { env, requireEnvironment } = await import('@/foundation/env');
  requireEnvironment();
  // next-auth reads this one itself, and has no default for it.
  process.env.NEXTAUTH_URL = env.NEXTAUTH_URL;
  const { watchRequests } = await import('@/foundation/request-log');
  watchRequests(env.TRUSTED_PROXY_HOPS);
  const { readyPlainReads } = await import('@/plain-reads');
  readyPlainReads(env.NEXTAUTH_URL);
}

/**
 * Whoever read this process's output may be gone, as when the launcher is killed. Next reports that
 * failure to the same output, which fails again, and so on for ever.
 */
function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/foundation/log');
  const path = request.path.split('?')[0];
  log.error(
    { err: error, method: request.method, path, route: context.routePath },
    'request failed',
  );
};
