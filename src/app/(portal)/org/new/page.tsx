import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { unitKinds } from '@/features/org/schema';
import { OpenUnitForm } from '@/features/org/ui/unit-forms';
import { dayOf } from '@/foundation/days';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: 'Open a unit' };

const pageQuery = z.object({
  kind: z.enum(unitKinds).optional().catch(undefined),
  parent: z.string().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OpenUnitPage({ searchParams }: Props) {
  const { now } = await requestContext();
  const { kind, parent } = pageQuery.parse(await searchParams);
  return (
    <>
      <PageHeader
        title="Open a unit"
        crumbs={[{ href: '/org', label: 'Organisation' }]}
        lead="Tribes and guilds are opened by administrators, the others by whoever leads the unit above."
      />
      <OpenUnitForm kind={kind} parent={parent} today={dayOf(now)} />
    </>
  );
}
