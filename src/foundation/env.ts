import { embeddingsFaults } from './embeddings-settings';
import { type Environment, environmentInput, MAIL_FROM_NOBODY } from './environment-input';

/** Secrets that appear in documentation and examples and therefore protect nothing. */
const KNOWN_SECRETS = ['secret', 'changeme', 'guildhall', 'development-only-secret'];

const SECRET_MIN_LENGTH = 32;

const SECRET_MIN_DISTINCT = 10;

type Given = Partial<Environment>;

/**
 * Reads the environment and reports everything that is wrong at once.
 * @throws Error whose message lists each fault on a line of its own.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, schema] of Object.entries(environmentInput.shape)) {
    const parsed = schema.safeParse(variables[name] || undefined);
    if (parsed.success) given[name] = parsed.data;
    else faults.push(...parsed.error.issues.map(({ message }) => `${name} ${message}`));
  }
  faults.push(...incompleteSettings(given as Given), ...productionFaults(given as Given));
  if (faults.length > 0) {
    throw new Error(
      `The environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  return given as Environment;
}

function incompleteSettings(given: Given): string[] {
  const faults: string[] = [];
  const oidc = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET];
  const set = oidc.filter(Boolean).length;
  if (set > 0 && set < oidc.length) {
    faults.push(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.',
    );
  }
  if (Boolean(given.S3_ACCESS_KEY_ID) !== Boolean(given.S3_SECRET_ACCESS_KEY)) {
    faults.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both or none.');
  }
  if (given.S3_ENDPOINT && !given.S3_BUCKET) {
    faults.push('S3_ENDPOINT is set, but no S3_BUCKET to put files into.');
  }
  faults.push(...embeddingsFaults(given));
  if (given.GUILDHALL_EMBEDDED_DATABASE && given.DATABASE_URL && !isLoopback(given.DATABASE_URL)) {
    faults.push(
      'GUILDHALL_EMBEDDED_DATABASE is on, but DATABASE_URL names another machine: leave it to npm start.',
    );
  }
  return faults;
}

/** What must not be so on a server that others can reach. */
function productionFaults(given: Given): string[] {
  if (given.NODE_ENV !== 'production' || given.GUILDHALL_EMBEDDED_DATABASE) return [];
  const faults: string[] = [];
  if (given.GUILDHALL_DEMO) {
    faults.push(
      'GUILDHALL_DEMO is on: demo sign-in lets anyone be anyone. Turn it off in production.',
    );
  }
  if (given.NEXTAUTH_SECRET !== undefined && isGuessable(given.NEXTAUTH_SECRET)) {
    faults.push('NEXTAUTH_SECRET is short or a known default: use at least 32 random characters.');
  }
  if (given.NEXTAUTH_URL && !given.NEXTAUTH_URL.startsWith('https://')) {
    faults.push('NEXTAUTH_URL is not https: the sign-in cookie would travel in the clear.');
  }
  if (given.OIDC_ISSUER && !given.OIDC_ISSUER.startsWith('https://')) {
    faults.push('OIDC_ISSUER is not https: what it says about people could be forged on the way.');
  }
  if (given.SMTP_URL && given.MAIL_FROM === MAIL_FROM_NOBODY) {
    faults.push('MAIL_FROM is missing: the sender of sign-in links, as SMTP_URL is set.');
  }
  if (!given.OIDC_ISSUER && !given.SMTP_URL && !given.GUILDHALL_DEMO) {
    faults.push('Nobody could sign in: set OIDC_ISSUER with its client, or SMTP_URL, or both.');
  }
  return faults;
}

function isGuessable(secret: string): boolean {
  return (
    secret.length < SECRET_MIN_LENGTH ||
    new Set(secret).size < SECRET_MIN_DISTINCT ||
    KNOWN_SECRETS.includes(secret.toLowerCase())
  );
}

function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return ['localhost', '127.0.0.1', '[::1]', ''].includes(hostname);
}

let parsed: Environment | undefined;

/** The parsed environment; read at first use, so that a build needs none. */
export const env: Environment = new Proxy({} as Environment, {
  get: (_target, key) => {
    parsed ??= parseEnvironment(process.env);
    return parsed[key as keyof Environment];
  },
});

/** Ends a process that was started with a wrong environment, before it answers anyone. */
export function requireEnvironment(): void {
  try {
    parsed = parseEnvironment(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}
