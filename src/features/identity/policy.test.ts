import { describe, expect, it } from 'vitest';
import { admission } from './policy';

const here = { hasLeft: false };
const ada = {
  email: 'ada@example.com',
  isEmailVerified: true,
  isKnownAccount: false,
  person: here,
};
const rules = { allowedDomains: ['example.com'], firstAdministrator: undefined };
const unlisted = { ...rules, allowedDomains: [] };
const refused = (reason: string) => ({ ok: false, reason });

describe('who may sign in', () => {
  it('a verified address of a company domain comes in, recorded or not', () => {
    expect(admission(ada, rules)).toEqual({ ok: true });
    expect(admission({ ...ada, person: null }, rules)).toEqual({ ok: true });
  });

  it('an unverified address ties no account to a person, even a recorded one', () => {
    expect(admission({ ...ada, isEmailVerified: false }, rules)).toEqual(
      refused('unverified-email'),
    );
  });

  it('an account known from before needs no verified address any more', () => {
    expect(admission({ ...ada, isEmailVerified: false, isKnownAccount: true }, rules)).toEqual({
      ok: true,
    });
  });

  it.each([
    'ada@example.org',
    'ada@sub.example.com',
    'ada@example.com.evil.test',
    'ada@xexample.com',
  ])('%s is not of the domain example.com', (email) => {
    expect(admission({ ...ada, email }, rules)).toEqual(refused('domain'));
  });

  it('a domain taken off the list shuts out accounts known from before', () => {
    expect(admission({ ...ada, email: 'ada@sold.example', isKnownAccount: true }, rules)).toEqual(
      refused('domain'),
    );
  });

  it('without a list only recorded people come in', () => {
    expect(admission(ada, unlisted)).toEqual({ ok: true });
    expect(admission({ ...ada, person: null }, unlisted)).toEqual(refused('domain'));
  });

  it('the first administrator comes in before anyone is recorded or any domain listed', () => {
    const first = { ...unlisted, firstAdministrator: 'ada@example.com' };
    expect(admission({ ...ada, person: null }, first)).toEqual({ ok: true });
    expect(admission({ ...ada, person: null, isEmailVerified: false }, first)).toEqual(
      refused('unverified-email'),
    );
  });

  it('who has left stays out, whatever account is used', () => {
    const left = { ...ada, person: { hasLeft: true } };
    expect(admission(left, rules)).toEqual(refused('left'));
    expect(admission({ ...left, isKnownAccount: true }, rules)).toEqual(refused('left'));
  });

  it('an account without an address stays out', () => {
    expect(admission({ ...ada, email: null }, rules)).toEqual(refused('no-email'));
  });
});
