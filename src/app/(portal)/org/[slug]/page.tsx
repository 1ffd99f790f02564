import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { addressOn, asOf as readAsOf } from '@/features/org/as-of';
import { AsOfBar } from '@/features/org/ui/as-of-bar';
import { ImportedFacts } from '@/features/org/ui/imported-facts';
import { SuccessionList } from '@/features/org/ui/succession-list';
import { UnitHeader } from '@/features/org/ui/unit-header';
import { UnitLeads, UnitMembers } from '@/features/org/ui/unit-members';
import { UnitParts } from '@/features/org/ui/unit-parts';
import { getUnitPage, listSuccessions } from '@/features/org/unit-page/queries';
import { EmptyState } from '@/ui/empty-state';
import { formatLongDay } from '@/ui/format-time';
import { Section } from '@/ui/section';
import { UnitWork } from './unit-work';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageQuery = z.object({
  on: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
  units: z.string().optional().catch(undefined),
});

/** The title and the page share one read. */
const loadUnit = cache(async (slug: string, on: string | undefined) => {
  const ctx = await requestContext();
  return getUnitPage(ctx, slug, readAsOf(on, ctx.now));
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { on } = pageQuery.parse(await searchParams);
  const unit = await loadUnit((await params).slug, on);
  return { title: unit?.name ?? 'No such unit' };
}

export default async function UnitPage({ params, searchParams }: Props) {
  const ctx = await requestContext();
  const { on, after, units } = pageQuery.parse(await searchParams);
  const asOf = readAsOf(on, ctx.now);
  const unit = await loadUnit((await params).slug, on);
  if (!unit) notFound();
  if (unit.hasCharter) redirect(`/working-groups/${unit.slug}`);
  const path = `/org/${unit.slug}`;
  const successions = await listSuccessions(ctx, unit.id, asOf);

  return (
    <>
      <AsOfBar asOf={asOf} path={path} />
      <UnitHeader ctx={ctx} unit={unit} asOf={asOf} />
      {unit.isThere ? (
        <>
          <UnitLeads ctx={ctx} unit={unit} asOf={asOf} />
          <UnitParts ctx={ctx} unit={unit} asOf={asOf} after={units} />
          <UnitWork ctx={ctx} unit={unit} asOf={asOf} />
          <UnitMembers ctx={ctx} unit={unit} asOf={asOf} after={after} />
        </>
      ) : (
        <div className="mb-10">
          <EmptyState title={`${unit.name} did not exist on that day`}>
            It began on {formatLongDay(unit.validFrom)}
            {unit.validTo && ` and ended on ${formatLongDay(unit.validTo)}`}.
          </EmptyState>
        </div>
      )}
      {successions.length > 0 && (
        <Section title="History">
          <SuccessionList unitId={unit.id} successions={successions} asOf={asOf} />
        </Section>
      )}
      <ImportedFacts attributes={unit.attributes} />
      <p className="no-print text-sm">
        <a href={addressOn('/org/audit', asOf, { unit: unit.slug })} className="link">
          Changes of {unit.name} and of who belongs to it
        </a>
      </p>
    </>
  );
}
