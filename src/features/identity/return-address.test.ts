import { describe, expect, it } from 'vitest';
import { returnAddress, signInAddress } from './return-address';

describe('the way back after signing in', () => {
  it.each([
    ['/wiki/ml/cold-start?on=2025-03-01', '/wiki/ml/cold-start?on=2025-03-01'],
    ['/', '/'],
    ['/people/ada#skills', '/people/ada'],
  ])('%j leads to %j', (from, expected) => {
    expect(returnAddress(from)).toBe(expected);
  });

  it.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/..//evil.test',
    'javascript:alert(1)',
    'evil.test',
    '',
    null,
    undefined,
  ])('%j never leads to another site', (from) => {
    expect(returnAddress(from)).toBe('/');
  });

  it.each(['/sign-in', '/sign-in?from=/sign-in', '/sign-in/link?token=x'])(
    'signing in from %j does not lead back to signing in',
    (from) => {
      expect(returnAddress(from)).toBe('/');
    },
  );

  it('names the page in the address of the sign-in page, and nothing for the home page', () => {
    expect(signInAddress('/wiki/x?y=1')).toBe('/sign-in?from=%2Fwiki%2Fx%3Fy%3D1');
    expect(signInAddress('/')).toBe('/sign-in');
    expect(signInAddress('/', { error: 'domain' })).toBe('/sign-in?error=domain');
  });
});
