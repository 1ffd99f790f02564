import { openDatabase } from './database.mjs';
import { startEmbeddedDatabase } from './embedded-database.mjs';
import { localSecrets } from './secrets.mjs';

/**
 * The database of this run, ready for migrations: the one DATABASE_URL names, or our own, which
 * then lives as long as the run. `url` is for the application, `directUrl` for migrations.
 */
export async function provideDatabase(run, settings, claim) {
  if (!settings.embedded) {
    await run.step('Database', () => openDatabase(settings.directUrl));
    return { url: settings.databaseUrl, directUrl: settings.directUrl, secrets: null };
  }
  const secrets = localSecrets(settings.data);
  let opened;
  await run.step('Database', async () => {
    const database = await startEmbeddedDatabase({
      root: settings.root,
      data: settings.data,
      password: secrets.databasePassword,
      wantedPort: settings.databasePort,
      onStart: (pid) => claim.noteProcess('database', pid),
      onRestart: (sentence) => run.say(`  ${sentence}`),
      onLost: run.lose,
    });
    run.atTheEnd('the database', database.stop);
    opened = database;
    const version = await openDatabase(database.url);
    return `${version}, ${database.note}`;
  });
  return { url: opened.url, directUrl: opened.url, port: opened.port, secrets };
}
