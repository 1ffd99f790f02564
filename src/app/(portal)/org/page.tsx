import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { addressOn, asOf as readAsOf } from '@/features/org/as-of';
import { getOrganisation } from '@/features/org/map/queries';
import { canOpenUnit, canReadWholeTrail } from '@/features/org/policy';
import { AsOfBar } from '@/features/org/ui/as-of-bar';
import { unitCount } from '@/features/org/ui/branch-list';
import { DirectorySearch } from '@/features/org/ui/directory-search';
import { OrganisationMap } from '@/features/org/ui/organisation-map';
import { UnitsOfKind } from '@/features/org/ui/units-of-kind';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Tabs } from '@/ui/tabs';

export const metadata: Metadata = { title: 'Organisation' };

const views = ['map', 'tribes', 'squads', 'chapters', 'guilds', 'working-groups'] as const;

const pageQuery = z.object({
  on: z.string().optional().catch(undefined),
  view: z.enum(views).catch('map'),
  after: z.string().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LABELS = {
  map: 'Map',
  tribes: 'Tribes',
  squads: 'Squads',
  chapters: 'Chapters',
  guilds: 'Guilds',
  'working-groups': 'Working groups',
} as const;

export default async function OrganisationPage({ searchParams }: Props) {
  const ctx = await requestContext();
  const { on, view, after } = pageQuery.parse(await searchParams);
  const asOf = readAsOf(on, ctx.now);
  const organisation = await getOrganisation(ctx, asOf);

  return (
    <>
      <AsOfBar asOf={asOf} path="/org" query={{ view: view === 'map' ? undefined : view }} />
      <PageHeader
        title="Organisation"
        lead={<Size organisation={organisation} />}
        actions={
          <>
            {canReadWholeTrail(ctx.actor) && <ButtonLink href="/org/audit">Changes</ButtonLink>}
            {ctx.actor.isAdministrator && <ButtonLink href="/org/import">Import</ButtonLink>}
            {canOpenUnit(ctx.actor, null) && <ButtonLink href="/org/new">Open a unit</ButtonLink>}
          </>
        }
      />
      <div className="mb-6 max-w-xl">
        <DirectorySearch action="/people" />
      </div>
      <Tabs
        label="Views of the organisation"
        items={views.map((one) => ({
          href: addressOn('/org', asOf, { view: one === 'map' ? undefined : one }),
          label: LABELS[one],
          isCurrent: one === view,
        }))}
      />
      {view === 'map' ? (
        <OrganisationMap ctx={ctx} asOf={asOf} organisation={organisation} />
      ) : (
        <UnitsOfKind ctx={ctx} asOf={asOf} view={view} after={after} />
      )}
    </>
  );
}

function Size({
  organisation: { counts, people, withoutSquad },
}: {
  organisation: Awaited<ReturnType<typeof getOrganisation>>;
}) {
  const kinds = (['TRIBE', 'SQUAD', 'CHAPTER', 'GUILD', 'SUBGUILD', 'WORKING_GROUP'] as const)
    .filter((kind) => counts[kind])
    .map((kind) => unitCount(kind, counts[kind] ?? 0));
  return (
    <>
      {[`${people.toLocaleString('en-GB')} people`, ...kinds].join(', ')}.
      {withoutSquad > 0 && withoutSquad < people && ` ${withoutSquad} are in no squad.`}
    </>
  );
}
