import type { Metadata } from 'next';
import { listDemoPeople } from '@/features/identity/demo/queries';
import { signedInContext } from '@/features/identity/queries';
import { returnAddress } from '@/features/identity/return-address';
import { waysIn } from '@/features/identity/sign-in/queries';
import { DemoPeople } from '@/features/identity/ui/demo-people';
import { SignInFrame } from '@/features/identity/ui/sign-in-frame';
import { SignInLinkForm } from '@/features/identity/ui/sign-in-link-form';
import { SignInRefusal } from '@/features/identity/ui/sign-in-refusal';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { buttonClasses } from '@/ui/button';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { addressOf } from '@/ui/pagination';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const given = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  const from = returnAddress(given('from'));
  const error = given('error');
  const ways = waysIn();
  const signedIn = await signedInContext();

  return (
    <SignInFrame
      title="Sign in"
      lead="Which squad learnt what from whom, when, what it changed, and what failed."
    >
      {error && <SignInRefusal error={error} allowedDomains={ways.allowedDomains} />}
      {given('signed-out') && !signedIn && <Notice>You are signed out.</Notice>}
      {signedIn && (
        <Notice>
          You are signed in as {signedIn.actor.name}.{' '}
          <Link href={from} className="link">
            Continue
          </Link>
        </Notice>
      )}
      <div className="space-y-10">
        {ways.companyAccount && (
          // A full page load: the way leads through another site.
          <a
            href={addressOf('/sign-in/oidc', { from: from === '/' ? undefined : from })}
            className={buttonClasses({ look: 'primary', className: 'w-full' })}
          >
            Sign in with {ways.companyAccount}
          </a>
        )}
        {ways.linkByMail && <SignInLinkForm from={from} />}
        {ways.demo && (
          <DemoWay from={from} search={given('search') ?? ''} cursor={given('after')} />
        )}
      </div>
    </SignInFrame>
  );
}

type DemoWayProps = { from: string; search: string; cursor: string | undefined };

async function DemoWay({ from, search, cursor }: DemoWayProps) {
  const people = await listDemoPeople(systemContext(currentInstant()), { search, cursor });
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people">Come in as somebody of the demo guild</h2>
      <p className="mb-4 mt-1 text-sm text-muted">
        The people are invented. Choose one to see Guildhall with their eyes.
      </p>
      <DemoPeople
        people={people.items}
        nextCursor={people.nextCursor}
        isFirst={!cursor}
        search={search}
        from={from}
      />
    </section>
  );
}
