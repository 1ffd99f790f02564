import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { asOf as readAsOf } from '@/features/org/as-of';
import { OnlyLeads } from '@/features/org/ui/only-leads';
import { DissolveForm, MergeForm, RenameForm } from '@/features/org/ui/succession-forms';
import { ChangeParentForm, DescribeUnitForm } from '@/features/org/ui/unit-forms';
import { parentKindsOf } from '@/features/org/unit-hierarchy';
import { getUnitPage, type UnitPage } from '@/features/org/unit-page/queries';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Change a unit' };

type Props = { params: Promise<{ slug: string }> };

export default async function EditUnitPage({ params }: Props) {
  const ctx = await requestContext();
  const asOf = readAsOf(undefined, ctx.now);
  const unit = await getUnitPage(ctx, (await params).slug, asOf);
  if (!unit || unit.hasCharter) notFound();
  const path = `/org/${unit.slug}`;

  return (
    <>
      <PageHeader
        title={`Change ${unit.name}`}
        crumbs={[
          { href: '/org', label: 'Organisation' },
          { href: path, label: unit.name },
        ]}
      />
      {unit.canManage ? (
        <>
          <Section title="Description">
            <DescribeUnitForm unit={unit} isAdministrator={ctx.actor.isAdministrator} />
          </Section>
          <Section title="Name">
            <RenameForm unit={unit} today={asOf.today} />
          </Section>
          {unit.canReshape && unit.validTo === null && <Reshaping unit={unit} today={asOf.today} />}
        </>
      ) : (
        <OnlyLeads
          title={`Only those who lead ${unit.name}, or a unit above it, change it`}
          back={{ href: path, label: `Back to ${unit.name}` }}
        />
      )}
    </>
  );
}

function Reshaping({ unit, today }: { unit: UnitPage; today: Date }) {
  return (
    <>
      {parentKindsOf(unit.kind).length > 0 && (
        <Section title="Where it stands">
          <ChangeParentForm unit={unit} today={today} />
        </Section>
      )}
      <Section title="Split" note="Several units take its place, or go out of it.">
        <ButtonLink href={`/org/${unit.slug}/split`}>Split {unit.name}</ButtonLink>
      </Section>
      <Section title="Merge" note="It ends, and another unit of the same kind takes it in.">
        <MergeForm unit={unit} today={today} />
      </Section>
      <Section title="End" note="It ends with nothing in its place. Its history stays.">
        <DissolveForm unit={unit} today={today} />
      </Section>
    </>
  );
}
