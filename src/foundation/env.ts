import { z } from 'zod';
import { embeddingsFaults, embeddingsSettings } from './embeddings-settings';

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], 'must be on or off.')
  .transform((value) => value === 'on' || value === 'true' || value === '1');

/** Secrets that appear in documentation and examples and therefore protect nothing. */
const KNOWN_SECRETS = ['secret', 'changeme', 'guildhall', 'development-only-secret'];
const SECRET_MIN_LENGTH = 32;
const SECRET_MIN_DISTINCT = 10;

const MAIL_FROM_NOBODY = 'Guildhall <guildhall@localhost>';

const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

export const environmentInput = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string('is missing: the address of the Postgres database.')
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).optional(),
  /** Set by `npm start` when it runs its own database on this machine. */
  GUILDHALL_EMBEDDED_DATABASE: flag.default(false),
  /** The address people type; decides whether cookies are secure. */
  NEXTAUTH_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be a full address such as https://guild.example.com',
    })
    .default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string('is missing: at least 32 random characters.'),
  /** How many proxies of ours stand in front; only their word on who is asking is believed. */
  TRUSTED_PROXY_HOPS: z.coerce
    .number('must be a whole number: how many proxies of yours stand in front.')
    .int('must be a whole number: how many proxies of yours stand in front.')
    .min(0)
    .max(10)
    .default(0),
  GUILDHALL_DEMO: flag.default(false),
  /** Where the collaboration process of this node listens; the web server hands sockets on to it. */
  COLLABORATION_PORT: z.coerce
    .number('must be a port between 1 and 65535.')
    .int('must be a port between 1 and 65535.')
    .min(0)
    .max(65_535, 'must be a port between 1 and 65535.')
    .default(3100),
  COLLABORATION_HOST: z.string().default('127.0.0.1'),
  /** A collaboration process elsewhere, which several nodes share; this node then starts none. */
  COLLABORATION_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://10.0.0.11:3100' })
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the issuer’s address.' }).optional(),
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_NAME: z.string().default('your company account'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' })
    .optional(),
  MAIL_FROM: z.string().default(MAIL_FROM_NOBODY),
  /** Comma-separated company domains whose addresses may sign in. */
  ALLOWED_EMAIL_DOMAINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((domain) => domain.trim().toLowerCase().replace(/^@/, ''))
        .filter(Boolean),
    ),
  FIRST_ADMINISTRATOR_EMAIL: z
    .email('must be an e-mail address.')
    .transform((email) => email.toLowerCase())
    .optional(),
  /** The folder of this installation's data; files that people attach lie in it, unless told otherwise. */
  GUILDHALL_DATA: z.string().default('.data'),
  GUILDHALL_FILES: optionalText,
  UPLOAD_MEGABYTES_MAX: z.coerce
    .number('must be a number of megabytes.')
    .int('must be a whole number of megabytes.')
    .min(1)
    .max(2_000)
    .default(50),
  /** A file that no revision has shown is taken away after so many days. */
  UNUSED_FILE_DAYS: z.coerce.number('must be a number of days.').int().min(1).default(30),
  /** A bucket of any store that speaks S3, in place of the folder. */
  S3_BUCKET: optionalText,
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be the store’s address.' }).optional(),
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  S3_PREFIX: z
    .string()
    .regex(/^(?:[a-z0-9][a-z0-9._-]*\/)*$/, 'must be words that end in a slash, such as guildhall/')
    .default(''),
  ...embeddingsSettings,
  /** Whether the worker asks the addresses out of the portal, to which pages link, if they still answer. */
  CHECK_OUTSIDE_LINKS: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Environment = z.output<typeof environmentInput>;

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
