import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getProviderSignOut } from '@/features/identity/sign-out/queries';
import { SignInFrame } from '@/features/identity/ui/sign-in-frame';
import { buttonClasses } from '@/ui/button';

export const metadata: Metadata = { title: 'Signing out' };

/** Goes on to the provider's own sign-out. A form may not lead to another host, so the page does. */
export default async function LeavePage() {
  const provider = await getProviderSignOut();
  if (!provider) redirect('/sign-in?signed-out=1');
  return (
    <SignInFrame
      title="You are signed out of Guildhall"
      lead={`The next page signs you out of ${provider.name}, too.`}
    >
      <meta httpEquiv="refresh" content={`0;url=${provider.address}`} />
      <a
        href={provider.address}
        className={buttonClasses({ look: 'primary', className: 'w-full' })}
      >
        Sign out of {provider.name}
      </a>
    </SignInFrame>
  );
}
