import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { openSignInLinkAction } from '@/features/identity/actions';
import { signInAddress } from '@/features/identity/return-address';
import { openedLinkInput } from '@/features/identity/schema';
import { SignInFrame } from '@/features/identity/ui/sign-in-frame';
import { SubmitButton } from '@/ui/form/submit-button';

export const metadata: Metadata = { title: 'Sign in by link' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the link in a sign-in mail leads. Opening it changes nothing; the button signs in. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const link = openedLinkInput.safeParse(await searchParams);
  if (!link.success) redirect(signInAddress(null, { error: 'Verification' }));
  const { email, token, from } = link.data;
  return (
    <SignInFrame title="Sign in" lead={`You are signing in as ${email}.`}>
      <form action={openSignInLinkAction}>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="from" value={from} />
        <SubmitButton>Sign in</SubmitButton>
      </form>
    </SignInFrame>
  );
}
