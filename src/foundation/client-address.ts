import { isIPv6 } from 'node:net';

/** The header in which the server tells the application who is asking; never taken from outside. */
export const CLIENT_ADDRESS = 'x-guildhall-client';

/**
 * The address of whoever is asking. Each proxy appends the address it was called from, so with one
 * trusted proxy it is the last entry, with two the last but one; anything before was said by strangers.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedHops: number,
): string {
  const named = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const seen = trustedHops > 0 ? named.at(-trustedHops) : undefined;
  return seen || peer || 'unknown';
}

/** What tries are counted under: an IPv6 household has a whole /64 to choose addresses from. */
export function addressBlock(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = plain.includes('::') ? tail.split(':').filter(Boolean) : [];
  const all = [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}
