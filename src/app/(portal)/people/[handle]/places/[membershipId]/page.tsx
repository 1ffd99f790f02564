import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { roleName } from '@/features/org/memberships/roles';
import { getMembershipRecord } from '@/features/org/memberships/roster/queries';
import {
  CorrectMembershipForm,
  EndMembershipForm,
  WithdrawMembershipForm,
} from '@/features/org/ui/membership-forms';
import { OnlyLeads } from '@/features/org/ui/only-leads';
import { PeriodText } from '@/features/org/ui/period-text';
import { dayOf } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'A membership' };

type Props = { params: Promise<{ handle: string; membershipId: string }> };

export default async function MembershipPage({ params }: Props) {
  const ctx = await requestContext();
  const { handle, membershipId } = await params;
  const record = await getMembershipRecord(ctx, membershipId);
  const path = `/people/${handle}`;
  if (!record) return <NoLongerCounts path={path} />;
  if (record.person.handle !== handle) notFound();
  const today = dayOf(ctx.now);

  return (
    <>
      <PageHeader
        title={`${record.person.name} in ${record.unit.name}`}
        crumbs={[
          { href: '/people', label: 'People' },
          { href: path, label: record.person.name },
        ]}
        lead={
          <>
            {roleName(record.role)}, <PeriodText period={record} today={today} />.
          </>
        }
      />
      {record.canChange && !record.isByOwnHand ? (
        <>
          {(record.validTo === null || record.validTo > today) && (
            <Section title="It ends">
              <EndMembershipForm record={record} today={today} />
            </Section>
          )}
          <Section
            title="It was recorded wrongly"
            note="The history shows the correction, and what had been recorded."
          >
            <CorrectMembershipForm record={record} />
          </Section>
          <Section title="It never was">
            <WithdrawMembershipForm record={record} />
          </Section>
        </>
      ) : (
        <OnlyLeads
          title={
            record.isByOwnHand
              ? 'Guild membership is opened and closed by the person only'
              : `Only those who lead ${record.unit.name}, or a unit above it, change this`
          }
          back={{ href: path, label: `Back to ${record.person.name}` }}
        />
      )}
    </>
  );
}

/** After a correction the old record is no longer the one that counts. */
function NoLongerCounts({ path }: { path: string }) {
  return (
    <EmptyState
      title="This record has been replaced"
      action={<ButtonLink href={path}>See what is recorded now</ButtonLink>}
    >
      What was sent is recorded, or somebody else changed it a moment ago. The history keeps both.
    </EmptyState>
  );
}
