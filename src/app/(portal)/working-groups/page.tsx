import type { Metadata } from 'next';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { canPropose } from '@/features/working-groups/policy';
import { listGroups } from '@/features/working-groups/queries';
import { GroupList } from '@/features/working-groups/ui/group-list';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';

export const metadata: Metadata = { title: 'Working groups' };

const filter = z.object({
  which: z.enum(['running', 'ended']).catch('running'),
  after: z.string().max(300).optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WorkingGroupsPage({ searchParams }: Props) {
  const context = await requestContext();
  const { which, after } = filter.parse(await searchParams);
  const { items, nextCursor } = await listGroups(context, { which, after });
  const mayPropose = canPropose(context.actor);
  const query = { which: which === 'ended' ? 'ended' : undefined };

  return (
    <>
      <PageHeader
        title="Working groups"
        lead="People of several squads answer one question in eight to twelve weeks, and hand over something that lasts."
        actions={
          mayPropose && <ButtonLink href="/working-groups/new">Propose a working group</ButtonLink>
        }
      />
      <Tabs
        label="Working groups"
        items={[
          { href: '/working-groups', label: 'Running', isCurrent: which === 'running' },
          {
            href: addressOf('/working-groups', { which: 'ended' }),
            label: 'Ended',
            isCurrent: which === 'ended',
          },
        ]}
      />
      {items.length > 0 ? <GroupList groups={items} /> : <NoGroups which={which} />}
      <Pagination
        basePath="/working-groups"
        query={query}
        nextCursor={nextCursor}
        isFirst={!after}
      />
    </>
  );
}

function NoGroups({ which }: { which: 'running' | 'ended' }) {
  return (
    <EmptyState
      title={which === 'ended' ? 'No group has ended yet' : 'No group is at work'}
      action={
        which === 'running' && (
          <ButtonLink href="/working-groups/new">Propose a working group</ButtonLink>
        )
      }
    >
      When several squads meet the same question, a working group answers it once for all of them: a
      guideline, a tool, a reference implementation.
    </EmptyState>
  );
}
