import { listMeetupCards, type MeetupCard } from '@/features/meetups/cards/queries';
import { listTechniquesNamed, type TechniqueLine } from '@/features/techniques/catalogue/queries';
import { stageNames } from '@/features/techniques/ui/stage-badge';
import { type EmbeddedFile, listEmbeddedFiles } from '@/features/wiki/files/embedded/queries';
import { fileHref } from '@/features/wiki/files/names';
import { sizeText } from '@/features/wiki/files/ui/size';
import {
  type Embed,
  type EmbedCard,
  embedsIn,
  escaped,
  fillEmbeds,
} from '@/features/wiki/rendering/embeds';
import {
  type DeliverableCard,
  type GroupCard,
  listDeliverableCards,
  listGroupCards,
} from '@/features/working-groups/cards/queries';
import {
  deliverableKindNames,
  deliverableStateNames,
  groupStateNames,
} from '@/features/working-groups/names';
import type { Context } from '@/foundation/context';
import { formatInstant } from '@/ui/format-time';

/** An article with the state of what it embeds, as it is now: one statement for each kind that it holds. */
export async function withEmbeds(context: Context, html: string): Promise<string> {
  const embeds = embedsIn(html);
  if (embeds.length === 0) return html;
  const cards = new Map<string, EmbedCard | { html: string }>();
  const gather = async <Found>(
    kind: Embed['kind'],
    find: (context: Context, refs: string[]) => Promise<Found[]>,
    refOf: (found: Found) => string,
    cardOf: (found: Found) => EmbedCard | { html: string },
  ) => {
    const refs = [...new Set(embeds.filter((embed) => embed.kind === kind).map(({ ref }) => ref))];
    if (refs.length === 0) return;
    for (const found of await find(context, refs)) {
      cards.set(`${kind} ${refOf(found)}`, cardOf(found));
    }
  };
  await Promise.all([
    gather('technique', listTechniquesNamed, ({ slug }) => slug, techniqueCard),
    gather('meetup', listMeetupCards, ({ id }) => id, meetupCard(context)),
    gather('working-group', listGroupCards, ({ slug }) => slug, groupCard),
    gather('deliverable', listDeliverableCards, ({ place }) => place, deliverableCard),
    gather('file', listEmbeddedFiles, ({ id }) => id, fileCard),
  ]);
  return fillEmbeds(html, ({ kind, ref }) => cards.get(`${kind} ${ref}`) ?? null);
}

const techniqueCard = (technique: TechniqueLine): EmbedCard => ({
  href: `/techniques/${technique.slug}`,
  kicker: `Technique of ${technique.originSquadName}`,
  title: technique.title,
  facts: [
    { label: 'Stage', value: stageNames[technique.stage] },
    { label: 'In production at', value: listed(technique.usedBy) },
    { label: 'Looking at it', value: squads(technique.tryingCount) },
  ],
});

const meetupCard =
  ({ actor, now }: Context) =>
  (meetup: MeetupCard): EmbedCard => ({
    href: `/meetups/${meetup.id}`,
    kicker: `Meetup of ${meetup.hostName}`,
    title: meetup.title,
    facts: [
      {
        label: meetup.startsAt > now ? 'When' : 'It was on',
        value: formatInstant(meetup.startsAt, actor.timeZone),
      },
      { label: 'Where', value: meetup.location || 'Not told yet' },
      ...(meetup.isCancelled ? [{ label: 'State', value: 'Cancelled' }] : []),
    ],
  });

const groupCard = (group: GroupCard): EmbedCard => ({
  href: `/working-groups/${group.slug}`,
  kicker: 'Working group',
  title: group.title,
  facts: [
    { label: 'State', value: groupStateNames[group.state] },
    {
      label: 'Deliverables',
      value: `${group.handedOverCount} of ${group.deliverableCount} handed over`,
    },
  ],
});

const deliverableCard = (deliverable: DeliverableCard): EmbedCard => ({
  href: `/working-groups/${deliverable.groupSlug}`,
  kicker: `${deliverableKindNames[deliverable.kind]} of ${deliverable.groupTitle}`,
  title: deliverable.title,
  facts: [
    { label: 'State', value: deliverableStateNames[deliverable.state] },
    { label: 'Version', value: deliverable.version },
    { label: 'Kept by', value: deliverable.ownerName ?? 'Nobody yet' },
  ],
});

const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

/** A notebook is laid out and a picture shown; any other file is offered. */
function fileCard({ id, name, type, size, notebookHtml }: EmbeddedFile) {
  const href = fileHref({ id, name });
  if (PICTURE.test(type)) {
    return { html: `<p><img src="${href}" alt="${escaped(name)}" loading="lazy"></p>` };
  }
  if (notebookHtml !== null) {
    return {
      html: `${notebookHtml}<p><a href="${href}">${escaped(name)}</a></p>`,
    };
  }
  return { href, kicker: 'File', title: name, facts: [{ label: 'Size', value: sizeText(size) }] };
}

const NAMED = 4;

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'No other squad yet';
  const others = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (others > 0 ? ` and ${others} more` : '');
}

const squads = (count: number) => (count === 1 ? '1 squad' : `${count || 'No'} squads`);
