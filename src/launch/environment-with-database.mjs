import { claimData, currentClaim } from './claim.mjs';
import { migrate } from './database.mjs';
import { embeddedUrl } from './embedded-database.mjs';
import { Failure } from './failure.mjs';
import { provideDatabase } from './provide-database.mjs';
import { localSecrets } from './secrets.mjs';
import { applicationEnvironment } from './settings.mjs';

/**
 * The environment of a program beside the portal: with the database of the portal that runs from
 * this folder, or with one opened for as long as the program takes.
 */
export async function environmentWithDatabase(run, settings, purpose) {
  const running = settings.embedded && currentClaim(settings.data);
  if (running) return environmentOf(settings, attach(settings, running));
  const claim = await claimData(settings.data, purpose);
  run.atTheEnd(null, () => claim.release());
  const database = await provideDatabase(run, settings, claim);
  const options = { root: settings.root, signal: run.signal, url: database.directUrl };
  await run.step('Tables', () => migrate(options));
  claim.note({ databasePort: database.port ?? null });
  return environmentOf(settings, database);
}

function attach({ data }, { databasePort, purpose }) {
  if (!databasePort)
    throw new Failure(`"${purpose}" is about to start here; try again when it is ready.`);
  const secrets = localSecrets(data);
  return { url: embeddedUrl(secrets.databasePassword, databasePort), secrets };
}

function environmentOf(settings, { url, secrets }) {
  return applicationEnvironment(settings, { databaseUrl: url, secrets, development: false });
}
