import 'server-only';
import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { pool } from './db';
import { log } from './log';

/** What Postgres says when a statement's name means nothing here, is taken, or no longer fits the tables. */
const FORGOTTEN = '26000';
const TAKEN = '42P05';
const OUTDATED = '0A000';

const names = new Map<string, string>();
const naming = { isOn: true };

/**
 * Asks with a statement that each connection parses and plans once. For statements of constant text
 * on the hottest paths, where planning takes several times as long as answering. Behind a pooler
 * that does not know names, Postgres refuses the first one before it ran; it is then asked without,
 * and so is everything after it.
 */
export async function askPrepared<Row extends QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  if (naming.isOn) {
    try {
      const { rows } = await pool.query<Row>({ name: nameOf(text), text, values: [...values] });
      return rows;
    } catch (error) {
      if (!isAboutTheName(error)) throw error;
      naming.isOn = error.code === OUTDATED;
      log.warn({ reason: error.message }, 'a statement is asked without its name');
    }
  }
  const { rows } = await pool.query<Row>(text, [...values]);
  return rows;
}

/** The same text has the same name in every process, so that one name never means two texts. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

const isAboutTheName = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  [FORGOTTEN, TAKEN, OUTDATED].some((code) => code === error.code);
