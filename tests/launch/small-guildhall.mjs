/**
 * A launcher like `npm start`, made of the same parts, whose application is a server of a few
 * lines: what is tested is how things start, stay alive and stop. Arguments: data directory, port.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimData } from '../../src/launch/claim.mjs';
import { chooseCollaborationPort, requireFreePort } from '../../src/launch/ports.mjs';
import { provideDatabase } from '../../src/launch/provide-database.mjs';
import { startService, waitFor, waitUntilReady } from '../../src/launch/services.mjs';
import { session } from '../../src/launch/session.mjs';
import { readSettings } from '../../src/launch/settings.mjs';

const [data, port] = process.argv.slice(2);
const root = process.env.TEST_ROOT ?? fileURLToPath(new URL('../..', import.meta.url));

process.exit(
  await session(async (run) => {
    const variables = {
      ...process.env,
      PORT: port,
      GUILDHALL_DATA: data,
      GUILDHALL_HOST: '127.0.0.1',
    };
    const settings = readSettings(root, variables);
    const claim = await claimData(settings.data, 'npm start');
    run.atTheEnd(null, () => claim.release());
    await requireFreePort(settings);
    const collaborationPort = await chooseCollaborationPort(settings);
    const { url, port: databasePort } = await provideDatabase(run, settings, claim);
    const web = await startService({
      name: 'The web server',
      node: process.execPath,
      args: [fileURLToPath(new URL('./small-web-server.mjs', import.meta.url))],
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, PORT: port },
      logFile: path.join(settings.data, 'log', 'web.log'),
      onStart: (pid) => claim.noteProcess('web', pid),
      onRestart: (sentence) => run.say(sentence),
      onLost: run.lose,
    });
    run.atTheEnd('the web server', web.stop);
    await waitUntilReady(`http://127.0.0.1:${port}`, run.signal);
    if (process.env.WITH_CO_EDITING) {
      const coEditing = await startService({
        name: 'Co-editing',
        node: process.execPath,
        args: [fileURLToPath(new URL('./small-web-server.mjs', import.meta.url))],
        cwd: root,
        env: { ...process.env, DATABASE_URL: url, PORT: String(collaborationPort) },
        logFile: path.join(settings.data, 'log', 'collaboration.log'),
        onStart: (pid) => claim.noteProcess('collaboration', pid),
        onRestart: (sentence) => run.say(sentence),
        onLost: run.lose,
        isOptional: true,
      });
      run.atTheEnd('co-editing', coEditing.stop);
      await waitFor('Co-editing', `http://127.0.0.1:${collaborationPort}/healthz`, run.signal);
    }
    claim.note({ databasePort, address: settings.address });
    run.say('ready');
    return 'stay';
  }),
);
