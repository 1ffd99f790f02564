import { type NextRequest, NextResponse } from 'next/server';
import { REQUESTED_PATH } from './features/identity/return-address';

export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(REQUESTED_PATH, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico).*)' };
