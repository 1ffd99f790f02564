import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { GitRepository } from './mirrors';
import { aTemporaryFolder } from './zip';

const stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
});

/** A host of git repositories that lets in whoever has the token: git's own program behind HTTP. */
export async function aGitHost(token: string) {
  const folder = await aTemporaryFolder();
  const repository = new GitRepository(`${folder}/guild.git`);
  new GitRepository(folder).git('init', '-q', '--bare', '-b', 'main', 'guild.git');
  repository.git('config', 'http.receivepack', 'true');
  const host = { folder, token, isDown: false };
  const server = createServer((request, response) => answer(host, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/guild.git`;
  return { url, withToken: url.replace('//', `//bot:${token}@`), repository, host };
}

type Host = { folder: string; token: string; isDown: boolean };

function answer(host: Host, request: IncomingMessage, response: ServerResponse) {
  if (host.isDown) return response.writeHead(503).end();
  const basic = `Basic ${Buffer.from(`bot:${host.token}`).toString('base64')}`;
  if (request.headers.authorization !== basic) {
    return response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const cgi = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: host.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      REMOTE_USER: 'bot',
    },
  });
  request.pipe(cgi.stdin);
  const chunks: Buffer[] = [];
  cgi.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  cgi.on('close', () => sendCgi(Buffer.concat(chunks), response));
}

/** What a program behind HTTP says: headers, an empty line, the body. */
function sendCgi(output: Buffer, response: ServerResponse) {
  const end = output.indexOf('\r\n\r\n');
  const headers = output
    .subarray(0, end)
    .toString()
    .split('\r\n')
    .map((header) => header.split(/: (.*)/s, 2) as [string, string]);
  const status = Number.parseInt(headers.find(([name]) => name === 'Status')?.[1] ?? '200', 10);
  response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
  response.end(output.subarray(end + 4));
}
