import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { groupStateNames } from '@/features/working-groups/names';
import { Deliverables } from '@/features/working-groups/ui/deliverables';
import { GroupFacts } from '@/features/working-groups/ui/group-facts';
import { History } from '@/features/working-groups/ui/history';
import { NextStep } from '@/features/working-groups/ui/next-step';
import { Seats } from '@/features/working-groups/ui/seats';
import { GroupTrack } from '@/features/working-groups/ui/track';
import { progressInWords } from '@/features/working-groups/weeks';
import { dayOf } from '@/foundation/days';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { MarkdownText } from '../../markdown-text';
import { loadGroup } from './load';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadGroup((await params).slug))?.name };
}

export default async function WorkingGroupPage({ params }: Props) {
  const { now } = await requestContext();
  const group = await loadGroup((await params).slug);
  if (!group) notFound();
  const today = dayOf(now);
  const path = `/working-groups/${group.slug}`;

  return (
    <article>
      <PageHeader
        crumbs={[{ href: '/working-groups', label: 'Working groups' }]}
        kicker={
          <Badge tone={group.state === 'ACTIVE' ? 'accent' : 'neutral'}>
            {groupStateNames[group.state]}
          </Badge>
        }
        title={group.name}
        lead={group.question}
        actions={
          group.canRun &&
          !group.hasEnded && (
            <>
              <ButtonLink href={`${path}/edit`}>Edit the charter</ButtonLink>
              <ButtonLink href={`${path}/seats`}>Change the seats</ButtonLink>
              <ButtonLink href={`${path}/steps`}>Checkpoints and next steps</ButtonLink>
            </>
          )
        }
      />
      {!group.hasEnded && <p className="mb-3 font-medium">{progressInWords(group.progress)}</p>}
      <GroupTrack group={group} today={today} />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          <Section
            title={<span id="deliverables">Deliverables</span>}
            actions={
              group.canRun &&
              !group.hasEnded && (
                <Link href={`${path}/deliverables/new`} className="link">
                  Add a deliverable
                </Link>
              )
            }
          >
            {group.deliverables.length > 0 ? (
              <Deliverables
                deliverables={group.deliverables}
                today={today}
                addressOf={({ id }) => `${path}/deliverables/${id}`}
              />
            ) : (
              <p className="text-muted">
                Nothing is named yet. Before the work begins the group says what it will hand over.
              </p>
            )}
          </Section>
          {group.charter && (
            <Section title="Charter">
              <MarkdownText markdown={group.charter} />
            </Section>
          )}
          <Section title="Who">
            <Seats seats={group.seats} />
          </Section>
        </div>
        <div>
          <GroupFacts group={group} />
          {!group.hasEnded && <NextStep group={group} />}
          {group.history.length > 0 && (
            <Section title="So far">
              <History lines={group.history} />
            </Section>
          )}
        </div>
      </div>
    </article>
  );
}
