import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './security-headers';

const policy = (change: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) =>
  new Map(
    contentSecurityPolicy({ nonce: 'n0nce', isSecure: true, isDevelopment: false, ...change })
      .split('; ')
      .map((directive): [string, string] => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values.join(' ')];
      }),
  );

describe('the content security policy', () => {
  it('lets scripts run by nonce alone', () => {
    expect(policy().get('script-src')).toBe("'nonce-n0nce' 'strict-dynamic'");
  });

  it('allows no frames around us, no plug-ins, no other base and no form that leads elsewhere', () => {
    expect(Object.fromEntries(policy())).toMatchObject({
      'default-src': "'self'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
  });

  it('is looser for scripts only while developing, and never inline', () => {
    expect(policy({ isDevelopment: true }).get('script-src')).toContain("'unsafe-eval'");
    expect(policy({ isDevelopment: true }).get('script-src')).not.toContain("'unsafe-inline'");
  });

  it('asks for https only where we are on https', () => {
    expect(policy().has('upgrade-insecure-requests')).toBe(true);
    expect(policy({ isSecure: false }).has('upgrade-insecure-requests')).toBe(false);
  });
});
