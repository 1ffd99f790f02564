import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { asOf as readAsOf } from '@/features/org/as-of';
import { listWhatASplitAssigns } from '@/features/org/successions/queries';
import { OnlyLeads } from '@/features/org/ui/only-leads';
import { SplitForm } from '@/features/org/ui/succession-forms';
import { getUnitPage } from '@/features/org/unit-page/queries';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Split a unit' };

type Props = { params: Promise<{ slug: string }> };

export default async function SplitUnitPage({ params }: Props) {
  const ctx = await requestContext();
  const asOf = readAsOf(undefined, ctx.now);
  const unit = await getUnitPage(ctx, (await params).slug, asOf);
  if (!unit || unit.hasCharter || unit.validTo !== null) notFound();
  const path = `/org/${unit.slug}`;
  const toAssign = await listWhatASplitAssigns(ctx, unit);

  return (
    <>
      <PageHeader
        title={`Split ${unit.name}`}
        crumbs={[
          { href: '/org', label: 'Organisation' },
          { href: path, label: unit.name },
        ]}
        lead="The new units stand where this one stands, from a day on. What was before that day stays as it was."
      />
      {unit.canReshape ? (
        <SplitForm unit={unit} today={asOf.today} toAssign={toAssign} />
      ) : (
        <OnlyLeads
          title={`Only those who lead a unit above ${unit.name} split it`}
          back={{ href: path, label: `Back to ${unit.name}` }}
        />
      )}
    </>
  );
}
