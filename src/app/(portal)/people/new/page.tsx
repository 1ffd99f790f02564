import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { canAddPerson } from '@/features/org/policy';
import { NewPersonForm } from '@/features/org/ui/new-person-form';
import { OnlyLeads } from '@/features/org/ui/only-leads';
import { dayOf } from '@/foundation/days';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Add somebody' };

export default async function NewPersonPage() {
  const { actor, now } = await requestContext();
  return (
    <>
      <PageHeader title="Add somebody" crumbs={[{ href: '/people', label: 'People' }]} />
      {canAddPerson(actor) ? (
        <NewPersonForm timeZone={actor.timeZone} today={dayOf(now)} />
      ) : (
        <OnlyLeads
          title="Only administrators add people"
          back={{ href: '/people', label: 'Back to people' }}
        />
      )}
    </>
  );
}
