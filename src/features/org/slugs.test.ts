import { describe, expect, it } from 'vitest';
import { freeSlug } from './slugs';

describe('the address of a person or unit', () => {
  it('is made of the name, without accents', () => {
    expect(freeSlug('Lourdes Piñeiro', [])).toBe('lourdes-pineiro');
    expect(freeSlug('Ångström & Søn', [])).toBe('angstrom-son');
  });

  it('gets a number when somebody else has it', () => {
    expect(freeSlug('Radio', ['radio', 'radio-2'])).toBe('radio-3');
  });

  it('never hides a page of the portal', () => {
    expect(freeSlug('Audit', [])).toBe('audit-2');
    expect(freeSlug('New', [])).toBe('new-2');
  });
});
