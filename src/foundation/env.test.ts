import { describe, expect, it } from 'vitest';
import { parseEnvironment } from './env';

const SECRET = 'kT4vN9xQ2bL7mW5pR8sD1fG6hJ3cZ0yA';

const right = {
  DATABASE_URL: 'postgresql://guildhall@db.example.com/guildhall',
  NEXTAUTH_SECRET: SECRET,
};

const rightInProduction = {
  ...right,
  NODE_ENV: 'production',
  NEXTAUTH_URL: 'https://guild.example.com',
  SMTP_URL: 'smtps://mail.example.com',
  MAIL_FROM: 'Guildhall <guildhall@example.com>',
};

function faultsOf(variables: Record<string, string | undefined>): string[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

const faultsInProduction = (change: Record<string, string | undefined>) =>
  faultsOf({ ...rightInProduction, ...change });

describe('the environment', () => {
  it('needs a database and a secret, and has an answer for the rest', () => {
    expect(parseEnvironment(right)).toMatchObject({
      NEXTAUTH_URL: 'http://localhost:3000',
      GUILDHALL_DEMO: false,
      TRUSTED_PROXY_HOPS: 0,
      ALLOWED_EMAIL_DOMAINS: [],
      LOG_LEVEL: 'info',
    });
  });

  it('an empty variable counts as one that is not set', () => {
    expect(faultsOf({ ...right, OIDC_ISSUER: '', SMTP_URL: '' })).toEqual([]);
  });

  it('reads domains and addresses however they were written', () => {
    const { ALLOWED_EMAIL_DOMAINS, FIRST_ADMINISTRATOR_EMAIL } = parseEnvironment({
      ...right,
      ALLOWED_EMAIL_DOMAINS: ' Example.com, @labs.example.com ,',
      FIRST_ADMINISTRATOR_EMAIL: 'First@Example.com',
    });
    expect(ALLOWED_EMAIL_DOMAINS).toEqual(['example.com', 'labs.example.com']);
    expect(FIRST_ADMINISTRATOR_EMAIL).toBe('first@example.com');
  });

  it('tells everything that is wrong at once', () => {
    const faults = faultsOf({
      NODE_ENV: 'production',
      DATABASE_URL: 'mysql://db',
      NEXTAUTH_SECRET: 'changeme',
      NEXTAUTH_URL: 'guild.example.com',
      GUILDHALL_DEMO: 'on',
      OIDC_ISSUER: 'https://login.example.com',
      TRUSTED_PROXY_HOPS: 'two',
      FIRST_ADMINISTRATOR_EMAIL: 'nobody',
    });
    for (const name of [
      'DATABASE_URL',
      'NEXTAUTH_SECRET',
      'NEXTAUTH_URL',
      'GUILDHALL_DEMO',
      'OIDC_CLIENT_ID',
      'TRUSTED_PROXY_HOPS',
      'FIRST_ADMINISTRATOR_EMAIL',
    ]) {
      expect(faults.join('\n')).toContain(name);
    }
    expect(faults).toHaveLength(7);
  });

  it('says of a missing variable that it is missing', () => {
    expect(faultsOf({})).toEqual([
      '  - DATABASE_URL is missing: the address of the Postgres database.',
      '  - NEXTAUTH_SECRET is missing: at least 32 random characters.',
    ]);
  });

  it('the company provider’s settings come together or not at all', () => {
    expect(faultsOf({ ...right, OIDC_ISSUER: 'https://login.example.com' })[0]).toContain(
      'belong together',
    );
  });
});

describe('in production, with a database of one’s own, it is refused', () => {
  it('when all is well, not at all', () => {
    expect(faultsInProduction({})).toEqual([]);
  });

  it.each([
    ['demo sign-in', { GUILDHALL_DEMO: 'on' }, 'GUILDHALL_DEMO is on'],
    ['a short secret', { NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET is short'],
    ['a default secret', { NEXTAUTH_SECRET: 'development-only-secret' }, 'NEXTAUTH_SECRET is'],
    ['a secret of one letter', { NEXTAUTH_SECRET: 'a'.repeat(64) }, 'NEXTAUTH_SECRET is'],
    ['a cookie in the clear', { NEXTAUTH_URL: 'http://guild.example.com' }, 'not https'],
    ['no address, hence http', { NEXTAUTH_URL: undefined }, 'NEXTAUTH_URL is not https'],
    ['no way to sign in', { SMTP_URL: undefined, MAIL_FROM: undefined }, 'Nobody could sign in'],
    ['mail from nobody', { MAIL_FROM: undefined }, 'MAIL_FROM is missing'],
    [
      'a provider that could be forged',
      { OIDC_ISSUER: 'http://login.example.com', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
      'OIDC_ISSUER is not https',
    ],
    [
      'a claim that the database is our own',
      { GUILDHALL_EMBEDDED_DATABASE: 'on' },
      'DATABASE_URL names another machine',
    ],
  ])('with %s', (_what, change, sentence) => {
    const faults = faultsInProduction(change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });

  it('the demo on its own database on this machine stays possible', () => {
    expect(
      faultsOf({
        NODE_ENV: 'production',
        DATABASE_URL: 'postgresql://postgres@127.0.0.1:5433/guildhall',
        GUILDHALL_EMBEDDED_DATABASE: 'on',
        GUILDHALL_DEMO: 'on',
        NEXTAUTH_SECRET: SECRET,
      }),
    ).toEqual([]);
  });
});
