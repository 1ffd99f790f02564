import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const BODY_MAX = 100_000;

const asked = z.object({ text: z.string(), most: z.number().int().min(1).max(500) });
const answered = z.object({
  near: z.array(z.object({ key: z.string(), part: z.number(), score: z.number() })),
});

export type Question = z.output<typeof asked>;
export type NearMeaning = z.output<typeof answered>['near'][number];

/**
 * Where the background process of this machine answers what is near in meaning. The web process does
 * not hold the model. The name comes from the secret, so that nobody else can take the place.
 */
export function meaningSocketPath(databaseUrl: string, secret: string): string {
  const name = createHash('sha256').update(`meaning ${databaseUrl} ${secret}`).digest('hex');
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\guildhall-${name.slice(0, 24)}`
    : path.join(tmpdir(), `guildhall-${name.slice(0, 24)}.sock`);
}

/** Answers questions. @returns null when another process of this machine does so already */
export async function serveMeaning(
  socketPath: string,
  answer: (question: Question) => Promise<NearMeaning[]>,
): Promise<Server | null> {
  if (await isServed(socketPath)) return null;
  const server = createServer(async (incoming, outgoing) => {
    try {
      let body = '';
      for await (const chunk of incoming.setEncoding('utf8')) {
        body += chunk;
        if (body.length > BODY_MAX) throw new Error('too long a question');
      }
      const near = body ? await answer(asked.parse(JSON.parse(body))) : [];
      outgoing.end(JSON.stringify({ near }));
    } catch (error) {
      outgoing.writeHead(500).end(error instanceof Error ? error.message : '');
    }
  });
  if (process.platform !== 'win32') rmSync(socketPath, { force: true });
  const before = process.umask(0o077);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, resolve);
    });
  } finally {
    process.umask(before);
  }
  server.unref();
  return server;
}

const isServed = (socketPath: string) =>
  ask(socketPath, null, 1_000).then(
    () => true,
    () => false,
  );

/** @throws when nobody answers in time */
export async function askMeaning(
  socketPath: string,
  question: Question,
  milliseconds: number,
): Promise<NearMeaning[]> {
  return answered.parse(JSON.parse(await ask(socketPath, question, milliseconds))).near;
}

function ask(socketPath: string, question: Question | null, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, method: 'POST', path: '/' }, async (incoming) => {
      try {
        let body = '';
        for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
        if (incoming.statusCode === 200) resolve(body);
        else reject(new Error(body));
      } catch (error) {
        reject(error);
      }
    });
    outgoing.setTimeout(milliseconds, () => outgoing.destroy(new Error('no answer in time')));
    outgoing.on('error', reject);
    outgoing.end(question ? JSON.stringify(question) : '');
  });
}
