import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

/** Null when a server could listen there, otherwise the operating system's code for why not. */
export function whyPortIsTaken(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Told before anything is built or started, and by name. */
export async function requireFreePort({ port, host }, setting = 'PORT') {
  const reason = await whyPortIsTaken(port, host);
  if (!reason) return;
  if (reason === 'EADDRINUSE')
    throw new Failure(
      `Port ${port} is in use by another program; set ${setting} to a free one, for example: ${setting}=${port + 1} npm start`,
    );
  throw new Failure(
    `Guildhall may not listen on port ${port} (${reason}); set ${setting}${setting === 'PORT' ? ' or GUILDHALL_HOST' : ''}.`,
  );
}

/** Where co-editing will listen: where it was told to, or on any free port; null when it runs elsewhere. */
export async function chooseCollaborationPort(settings) {
  const { collaborationElsewhere, collaborationPort: port, collaborationHost: host } = settings;
  if (collaborationElsewhere) return null;
  if (port === null) return freePort(host);
  await requireFreePort({ port, host }, 'COLLABORATION_PORT');
  return port;
}
