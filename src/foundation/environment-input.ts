import { z } from 'zod';
import { embeddingsSettings } from './embeddings-settings';
import { gitRemotes } from './git-remotes';

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], 'must be on or off.')
  .transform((value) => value === 'on' || value === 'true' || value === '1');

export const MAIL_FROM_NOBODY = 'Guildhall <guildhall@localhost>';

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
  /** The folder of the repositories into which spaces are mirrored. */
  GUILDHALL_MIRRORS: optionalText,
  /** Where spaces may be pushed to, each with its token. */
  GIT_REMOTES: gitRemotes,
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
