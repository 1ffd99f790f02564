import { startCollaboration } from './collaboration/server';
import { db } from './foundation/db';
import { env, requireEnvironment } from './foundation/env';
import { log } from './foundation/log';

/** The process behind the live editor: browsers reach it through the web server. */
requireEnvironment();

// One connection's trouble must not end what others write; every text is stored apart.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'live texts: unexpected'));

const listen = { port: env.COLLABORATION_PORT, host: env.COLLABORATION_HOST };
const collaboration = await startCollaboration(listen).catch((error: NodeJS.ErrnoException) => {
  process.stderr.write(`${listenTrouble(error)}\n`);
  process.exit(1);
});
log.info({ port: collaboration.port }, 'co-editing ready');

function listenTrouble({ code, message }: NodeJS.ErrnoException): string {
  const port = listen.port;
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use by another program; set COLLABORATION_PORT to a free one.`
    : `Co-editing cannot listen on ${listen.host}:${port}: ${message}`;
}

async function stop(signal: string) {
  log.info({ signal }, 'co-editing stores what is open and stops');
  await collaboration.stop();
  await db.$disconnect();
  process.exit(0);
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
