import { createHash } from 'node:crypto';

/** The same id for the same thing at every loading, in the form that the database makes itself. */
export function idOf(kind: string, ...key: (string | number)[]): string {
  const digest = createHash('sha256')
    .update(['demo guild', kind, ...key].join('\n'))
    .digest('hex');
  return `c${BigInt(`0x${digest}`).toString(36).slice(0, 24)}`;
}

/** A number from 0 up to 1 that looks like chance and is always the same for the same key. */
export function fraction(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
