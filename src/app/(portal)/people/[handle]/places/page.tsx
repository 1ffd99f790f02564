import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { asOf as readAsOf } from '@/features/org/as-of';
import { getPersonPage } from '@/features/org/person-page/queries';
import { PlacesEditor } from '@/features/org/ui/places-editor';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Change where somebody belongs' };

type Props = { params: Promise<{ handle: string }> };

export default async function PlacesPage({ params }: Props) {
  const ctx = await requestContext();
  const person = await getPersonPage(ctx, (await params).handle);
  if (!person) notFound();
  return (
    <>
      <PageHeader
        title={`Change where ${person.name} belongs`}
        crumbs={[
          { href: '/people', label: 'People' },
          { href: `/people/${person.handle}`, label: person.name },
        ]}
        lead="Nothing is overwritten: a move ends one membership and opens another, a correction keeps what it corrects."
      />
      <PlacesEditor ctx={ctx} person={person} asOf={readAsOf(undefined, ctx.now)} />
    </>
  );
}
