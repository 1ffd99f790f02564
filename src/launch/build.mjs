import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './commands.mjs';
import { explainDisk } from './failure.mjs';
import { fingerprint } from './fingerprint.mjs';
import { findNode, PROGRAMS } from './runtime.mjs';

const MODELS = ['prisma/schema.prisma', 'prisma/models', 'package-lock.json'];
const SOURCES = ['src', 'public', 'next.config.ts', 'tsconfig.json', '.postcssrc.json', ...MODELS];
const CLIENT = 'src/foundation/prisma-client';

/**
 * What is made from sources: where, from what, and a note of the sources it was made from. The note
 * is removed before the work and written after it, so an interrupted run is done again.
 */
const client = {
  result: `${CLIENT}/client.ts`,
  note: 'node_modules/.cache/guildhall/client',
  sources: (root) => fingerprint(root, MODELS),
};
const application = {
  result: '.next/BUILD_ID',
  note: '.next/guildhall-sources',
  sources: (root) => fingerprint(root, SOURCES, isNotBuilt),
};

function isNotBuilt(place) {
  return place === CLIENT || place === 'src/launch' || /\.test\.tsx?$/.test(place);
}

/** Generates the database client when the models or Prisma changed. */
export async function generateClient({ root, signal }) {
  if (isCurrent(root, client)) return 'unchanged';
  return make(root, client, async () => {
    await run(findNode(root), [PROGRAMS.prisma, 'generate'], {
      cwd: root,
      env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      signal,
      what: 'The database client could not be generated',
    });
    return 'generated';
  });
}

export const isBuilt = (root) => isCurrent(root, application);

/** Builds the application when anything it is made of changed. */
export async function buildApplication({ root, signal }) {
  if (isBuilt(root)) return 'unchanged';
  return make(root, application, async () => {
    await run(findNode(root), [PROGRAMS.next, 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      signal,
      what: 'The application could not be built',
    });
    return 'built';
  });
}

function isCurrent(root, { result, note, sources }) {
  return existsSync(path.join(root, result)) && readNote(root, note) === sources(root);
}

async function make(root, { note, sources }, work) {
  const made = sources(root);
  writeNote(root, note, 'unfinished');
  const outcome = await work();
  writeNote(root, note, made);
  return outcome;
}

function readNote(root, note) {
  try {
    return readFileSync(path.join(root, note), 'utf8');
  } catch {
    return null;
  }
}

function writeNote(root, note, text) {
  const file = path.join(root, note);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw explainDisk(error, path.dirname(file));
  }
}
