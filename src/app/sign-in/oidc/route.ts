import type { NextRequest } from 'next/server';
import { returnAddress, signInAddress } from '@/features/identity/return-address';
import { startProviderSignIn } from '@/features/identity/sign-in/commands';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { seeOther, visitorOf } from '../see-other';

export const dynamic = 'force-dynamic';

/**
 * Leads to the company's own sign-in. A plain link, not a form: the policy of our pages lets forms
 * lead nowhere else, and where a provider passes people on to next is not known beforehand.
 */
export async function GET(request: NextRequest) {
  const from = returnAddress(request.nextUrl.searchParams.get('from'));
  // Another site may lead to our sign-in page, but not set a sign-in going in a reader's name.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return seeOther(signInAddress(from));
  const ctx = systemContext(currentInstant());
  const { address, setCookies } = await startProviderSignIn(ctx, visitorOf(request), from);
  return seeOther(address, setCookies);
}
