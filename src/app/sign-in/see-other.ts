import type { NextRequest } from 'next/server';
import { addressBlock, CLIENT_ADDRESS } from '@/foundation/client-address';

/** Whom tries at signing in are counted for. */
export function visitorOf({ headers }: Pick<NextRequest, 'headers'>): string {
  return addressBlock(headers.get(CLIENT_ADDRESS) ?? 'unknown');
}

export function seeOther(location: string, setCookies: string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const line of setCookies) headers.append('set-cookie', line);
  return new Response(null, { status: 303, headers });
}
