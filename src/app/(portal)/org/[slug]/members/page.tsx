import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { asOf as readAsOf } from '@/features/org/as-of';
import { listRoster } from '@/features/org/memberships/roster/queries';
import { OpenMembershipForm } from '@/features/org/ui/membership-forms';
import { OnlyLeads } from '@/features/org/ui/only-leads';
import { RosterTable } from '@/features/org/ui/roster-table';
import { getUnitPage } from '@/features/org/unit-page/queries';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Change members' };

const cursor = z.string().optional().catch(undefined);

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UnitMembersPage({ params, searchParams }: Props) {
  const ctx = await requestContext();
  const asOf = readAsOf(undefined, ctx.now);
  const unit = await getUnitPage(ctx, (await params).slug, asOf);
  if (!unit || unit.hasCharter) notFound();
  const after = cursor.parse((await searchParams).after);
  const path = `/org/${unit.slug}`;
  const roster = await listRoster(ctx, unit.id, after);

  return (
    <>
      <PageHeader
        title="Change members"
        crumbs={[
          { href: '/org', label: 'Organisation' },
          { href: path, label: unit.name },
        ]}
        lead={`Who belongs to ${unit.name}, today and from days to come.`}
      />
      {unit.canManage ? (
        <>
          <Section
            title={
              unit.kind === 'SQUAD' ? 'Appoint a lead, or add a second place' : 'Add or appoint'
            }
            note={
              unit.kind === 'SQUAD'
                ? 'To make this somebody’s home squad, record a move on that person’s page.'
                : undefined
            }
          >
            <OpenMembershipForm unit={unit} today={asOf.today} />
          </Section>
          <Section title="Memberships">
            {roster.items.length === 0 ? (
              <EmptyState title="None recorded" />
            ) : (
              <RosterTable lines={roster.items} unit={unit} today={asOf.today} />
            )}
            <Pagination
              basePath={`${path}/members`}
              nextCursor={roster.nextCursor}
              isFirst={after === undefined}
            />
          </Section>
        </>
      ) : (
        <OnlyLeads
          title={`Only those who lead ${unit.name}, or a unit above it, change its members`}
          back={{ href: path, label: `Back to ${unit.name}` }}
        />
      )}
    </>
  );
}
