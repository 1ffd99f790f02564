import { describe, expect, it } from 'vitest';
import { isCrossSiteWrite } from './cross-site';

const form = {
  method: 'POST',
  fetchSite: null,
  origin: null,
  host: 'guild.example.com',
  ownAddress: 'https://guild.example.com',
};

describe('forms of other sites', () => {
  it.each(['cross-site', 'same-site'])('a form the browser calls %s is refused', (fetchSite) => {
    expect(isCrossSiteWrite({ ...form, fetchSite })).toBe(true);
  });

  it.each(['same-origin', 'none'])('a form the browser calls %s is let through', (fetchSite) => {
    expect(isCrossSiteWrite({ ...form, fetchSite })).toBe(false);
  });

  it.each(['https://evil.test', 'null', 'https://guild.example.com.evil.test', 'not an origin'])(
    'an old browser’s form from %j is refused',
    (origin) => {
      expect(isCrossSiteWrite({ ...form, origin })).toBe(true);
    },
  );

  it('an old browser’s own form is let through, also behind a proxy that changes the host', () => {
    expect(isCrossSiteWrite({ ...form, origin: 'https://guild.example.com' })).toBe(false);
    expect(
      isCrossSiteWrite({ ...form, origin: 'https://guild.example.com', host: '10.0.0.7:3000' }),
    ).toBe(false);
  });

  it('a program that is no browser carries nobody’s cookies unasked and is let through', () => {
    expect(isCrossSiteWrite(form)).toBe(false);
  });

  it('reading is never refused', () => {
    expect(isCrossSiteWrite({ ...form, method: 'GET', fetchSite: 'cross-site' })).toBe(false);
  });
});
