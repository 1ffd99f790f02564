import path from 'node:path';
import { Failure } from './failure.mjs';

const LOOPBACK = '127.0.0.1';

/** What the launcher itself reads from the environment; the application checks the rest. */
export function readSettings(root, variables = process.env) {
  const databaseUrl = databaseAddress('DATABASE_URL', variables.DATABASE_URL);
  const embedded = databaseUrl === null;
  const port = portNumber('PORT', variables.PORT) ?? 3000;
  return {
    root,
    data: path.resolve(root, variables.GUILDHALL_DATA || '.data'),
    embedded,
    databaseUrl,
    // Behind a pooler in transaction mode, migrations need a way around it.
    directUrl: databaseAddress('DIRECT_DATABASE_URL', variables.DIRECT_DATABASE_URL) ?? databaseUrl,
    databasePort: portNumber('GUILDHALL_DATABASE_PORT', variables.GUILDHALL_DATABASE_PORT),
    port,
    // Null: a free one is chosen. With an address, co-editing runs elsewhere and none is started here.
    collaborationPort: portNumber('COLLABORATION_PORT', variables.COLLABORATION_PORT),
    collaborationHost: variables.COLLABORATION_HOST || LOOPBACK,
    collaborationElsewhere: Boolean(variables.COLLABORATION_URL),
    // The demo guild lets anyone be anyone, so by itself it is shown to this machine only.
    host: variables.GUILDHALL_HOST || (embedded ? LOOPBACK : undefined),
    address: variables.NEXTAUTH_URL || `http://localhost:${port}`,
    demo: isOn(variables.GUILDHALL_DEMO) ?? embedded,
  };
}

/** A `.env` file beside package.json; what is set already wins. */
export function loadEnvironmentFile(root) {
  try {
    process.loadEnvFile?.(path.join(root, '.env'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function databaseAddress(name, text) {
  if (!text) return null;
  if (/^postgres(ql)?:/.test(text) && URL.canParse(text)) return text;
  throw new Failure(`${name} is not an address such as postgresql://user:password@host:5432/name.`);
}

function portNumber(name, text) {
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${name} is "${text}", but must be a port between 1 and 65535.`);
}

function isOn(text) {
  if (!text) return null;
  return ['on', 'true', '1'].includes(text);
}

/** The environment of everything the launcher starts. */
export function applicationEnvironment(settings, options) {
  const { databaseUrl, secrets, collaborationPort, development } = options;
  return {
    NEXTAUTH_URL: settings.address,
    ...(secrets ? { NEXTAUTH_SECRET: secrets.sessionSecret } : {}),
    ...process.env,
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    ...(collaborationPort ? { COLLABORATION_PORT: String(collaborationPort) } : {}),
    DATABASE_URL: databaseUrl,
    GUILDHALL_EMBEDDED_DATABASE: settings.embedded ? 'on' : 'off',
    GUILDHALL_DEMO: settings.demo ? 'on' : 'off',
  };
}
