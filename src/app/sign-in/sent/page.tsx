import type { Metadata } from 'next';
import { LINK_MINUTES } from '@/features/identity/sign-in/mail';
import { SignInFrame } from '@/features/identity/ui/sign-in-frame';
import { Link } from '@/ui/link';

export const metadata: Metadata = { title: 'Look into your mailbox' };

export default function LinkSentPage() {
  return (
    <SignInFrame
      title="Look into your mailbox"
      lead={`If this address may sign in, a link is on its way to it. It works once, and for ${LINK_MINUTES} minutes.`}
    >
      <p className="text-sm">
        Nothing there? Look among the unwanted mail, or{' '}
        <Link href="/sign-in" className="link">
          ask for another link
        </Link>
        .
      </p>
    </SignInFrame>
  );
}
