import type { Metadata } from 'next';
import { isDemoOn, listDemoPeople } from '@/features/identity/demo/queries';
import { returnAddress } from '@/features/identity/return-address';
import { DemoPeople } from '@/features/identity/ui/demo-people';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  const from = returnAddress(text('from'));
  const search = text('search') ?? '';
  const people = await listDemoPeople(systemContext(currentInstant()), {
    search,
    cursor: text('after'),
  });
  return (
    <main className="mx-auto max-w-xl px-4 py-12">
      <h1>Sign in to Guildhall</h1>
      {isDemoOn() && (
        <DemoPeople
          people={people.items}
          nextCursor={people.nextCursor}
          search={search}
          from={from}
          isFirst={!text('after')}
        />
      )}
    </main>
  );
}
