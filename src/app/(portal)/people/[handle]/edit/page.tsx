import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { getPersonPage } from '@/features/org/person-page/queries';
import { OnlyLeads } from '@/features/org/ui/only-leads';
import { ProfileForm } from '@/features/org/ui/profile-form';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Edit a profile' };

type Props = { params: Promise<{ handle: string }> };

export default async function EditProfilePage({ params }: Props) {
  const ctx = await requestContext();
  const person = await getPersonPage(ctx, (await params).handle);
  if (!person) notFound();
  const path = `/people/${person.handle}`;
  return (
    <>
      <PageHeader
        title={
          person.id === ctx.actor.personId ? 'Edit your profile' : `Edit ${person.name}’s profile`
        }
        crumbs={[
          { href: '/people', label: 'People' },
          { href: path, label: person.name },
        ]}
      />
      {person.canEdit ? (
        <ProfileForm person={person} />
      ) : (
        <OnlyLeads
          title="Everybody edits their own profile"
          back={{ href: path, label: `Back to ${person.name}` }}
        />
      )}
    </>
  );
}
