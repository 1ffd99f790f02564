import type { NextRequest } from 'next/server';
import { seeOther, visitorOf } from '@/app/sign-in/see-other';
import { browserName } from '@/features/identity/sessions/browser-name';
import { finishProviderSignIn } from '@/features/identity/sign-in/commands';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';

export const dynamic = 'force-dynamic';

/** Where the company's sign-in sends people back to. */
export async function GET(request: NextRequest) {
  const ctx = systemContext(currentInstant());
  const { address, setCookies } = await finishProviderSignIn(ctx, visitorOf(request), {
    browser: browserName(request.headers.get('user-agent')),
    query: Object.fromEntries(request.nextUrl.searchParams),
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
  });
  return seeOther(address, setCookies);
}
