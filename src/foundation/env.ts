import { z } from 'zod';

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'])
  .transform((value) => value === 'on' || value === 'true' || value === '1');

/** Secrets that appear in documentation and examples and therefore protect nothing. */
const KNOWN_SECRETS = ['secret', 'changeme', 'guildhall', 'development-only-secret'];
const SECRET_MIN_LENGTH = 32;

const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

export const environmentInput = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string('DATABASE_URL is missing: the address of the Postgres database.')
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgresql://'),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).optional(),
  /** Set by `npm start` when it runs its own database on this machine. */
  GUILDHALL_EMBEDDED_DATABASE: flag.default(false),
  /** The address people type; decides whether cookies are secure. */
  NEXTAUTH_URL: z
    .url('NEXTAUTH_URL must be a full address such as https://guild.example.com')
    .default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string('NEXTAUTH_SECRET is missing: at least 32 random characters.'),
  GUILDHALL_DEMO: flag.default(false),
  OIDC_ISSUER: optionalText,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_NAME: z.string().default('Company account'),
  SMTP_URL: optionalText,
  MAIL_FROM: z.string().default('Guildhall <guildhall@localhost>'),
  /** Comma-separated company domains whose addresses may sign in. */
  ALLOWED_EMAIL_DOMAINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((domain) => domain.trim().toLowerCase())
        .filter(Boolean),
    ),
  FIRST_ADMINISTRATOR_EMAIL: optionalText.transform((email) => email?.toLowerCase()),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Environment = z.output<typeof environmentInput>;

/** What must not be so on a server that others can reach. */
function productionFaults(environment: Environment): string[] {
  if (environment.NODE_ENV !== 'production' || environment.GUILDHALL_EMBEDDED_DATABASE) return [];
  const faults: string[] = [];
  const secret = environment.NEXTAUTH_SECRET;
  if (environment.GUILDHALL_DEMO) {
    faults.push(
      'GUILDHALL_DEMO is on: demo sign-in lets anyone be anyone. Turn it off in production.',
    );
  }
  if (secret.length < SECRET_MIN_LENGTH || KNOWN_SECRETS.includes(secret.toLowerCase())) {
    faults.push('NEXTAUTH_SECRET is short or a known default: use at least 32 random characters.');
  }
  if (!environment.NEXTAUTH_URL.startsWith('https://')) {
    faults.push('NEXTAUTH_URL is not https: the sign-in cookie would travel in the clear.');
  }
  return faults;
}

function incompleteSettings(environment: Environment): string[] {
  const oidc = [
    environment.OIDC_ISSUER,
    environment.OIDC_CLIENT_ID,
    environment.OIDC_CLIENT_SECRET,
  ];
  const given = oidc.filter(Boolean).length;
  return given > 0 && given < oidc.length
    ? ['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.']
    : [];
}

/**
 * Reads the environment and reports everything that is wrong at once.
 * @throws Error whose message lists each fault on a line of its own.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentInput.safeParse(given);
  const faults = parsed.success
    ? [...incompleteSettings(parsed.data), ...productionFaults(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || faults.length > 0) {
    throw new Error(
      `The environment is not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  return parsed.data;
}

let parsed: Environment | undefined;

/** The parsed environment; read at first use, so that a build needs none. */
export const env: Environment = new Proxy({} as Environment, {
  get: (_target, key) => {
    parsed ??= parseEnvironment(process.env);
    return parsed[key as keyof Environment];
  },
});
