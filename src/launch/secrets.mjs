import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainDisk } from './failure.mjs';

/** Made once for this data directory, readable by its owner only. */
export function localSecrets(data) {
  const file = path.join(data, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw explainDisk(error, file);
  }
  const secrets = { databasePassword: random(), sessionSecret: random() };
  try {
    writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw explainDisk(error, data);
  }
  return secrets;
}

const random = () => randomBytes(32).toString('base64url');
