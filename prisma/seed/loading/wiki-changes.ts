import { passageAt } from '@/features/wiki/comments/anchoring';
import { readArticle } from '@/features/wiki/comments/article-text';
import type { Transaction } from '@/foundation/db';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId } from './organisation';
import { personNamed } from './roster';

type PageSeed = { space: string; path: string };

const CUPED: PageSeed = { space: 'evaluation', path: 'cuped' };
const DRIFT: PageSeed = { space: 'production', path: 'drift-monitoring' };

type ProposalSeed = {
  on: PageSeed;
  by: string;
  ago: number;
  reason: string;
  change: [from: string, to: string];
  declined?: { by: string; ago: number; reason: string };
};

const proposals: ProposalSeed[] = [
  {
    on: CUPED,
    by: 'pilar-aranguiz',
    ago: 2,
    reason:
      'In our plan test 56 days left out one listener in nine, and nobody had warned us. A number makes the trade visible.',
    change: [
      'Longer periods also exclude more new people.',
      'Longer periods also exclude more new people: at 56 days about one listener in nine.',
    ],
  },
  {
    on: DRIFT,
    by: 'devika-nambisan',
    ago: 12,
    reason: 'A range check would have caught our negative track lengths on the same day.',
    change: [
      'Exception in layer 4: nulls and volume.',
      'Exception in layer 4: nulls, volume and ranges.',
    ],
    declined: {
      by: 'greta-hollmann',
      ago: 10,
      reason:
        'Ranges were 31 of our 46 alarms a week. Negative lengths belong in the contract of whoever sends them: I have put them there, with your case as the example.',
    },
  },
];

type ThreadSeed = {
  on: PageSeed;
  /** The words that it is on; they need not stand there any more. */
  passage: string;
  resolvedBy?: string;
  comments: { by: string; ago: number; body: string }[];
};

const threads: ThreadSeed[] = [
  {
    on: CUPED,
    passage: 'Dropping listeners without a pre-period.',
    comments: [
      {
        by: 'shanthi-muralidhar',
        ago: 6,
        body: 'We set X to the mean as it says here and still lost power. @sabine-thorval, does the indicator go into the same regression?',
      },
      {
        by: 'sabine-thorval',
        ago: 5,
        body: 'Yes: `y ~ arm + x + no_history`, one fit. If you fit θ without the new people first, their noise comes back.',
      },
    ],
  },
  {
    on: CUPED,
    passage: 'Assay applies it to ratios as well',
    comments: [
      {
        by: 'harish-palav',
        ago: 70,
        body: 'Only since the delta method went in, I think. Before that it was off.',
      },
    ],
  },
  {
    on: DRIFT,
    passage: 'of which about one meant something',
    comments: [
      {
        by: 'devika-nambisan',
        ago: 11,
        body: 'How did you count “meant something”: somebody acted on it?',
      },
      { by: 'greta-hollmann', ago: 11, body: 'Somebody changed code or data because of it.' },
    ],
  },
  {
    on: DRIFT,
    passage: 'same hour',
    resolvedBy: 'greta-hollmann',
    comments: [
      { by: 'hyunwoo-baek', ago: 40, body: 'Ours said “same day” until last week. Which is it?' },
      { by: 'greta-hollmann', ago: 39, body: 'The hour. The table is right now.' },
    ],
  },
];

const follows: [PageSeed, string][] = [
  [CUPED, 'pilar-aranguiz'],
  [CUPED, 'sabine-thorval'],
  [DRIFT, 'greta-hollmann'],
];

const pageId = ({ space, path }: PageSeed) => idOf('page', space, path);

/** What people propose, say and follow on a few pages. */
export async function loadWikiChanges(tx: Transaction, calendar: Calendar): Promise<void> {
  await loadProposals(tx, calendar);
  await loadThreads(tx, calendar);
  await tx.pageFollow.createMany({
    data: follows.map(([page, handle]) => ({
      pageId: pageId(page),
      personId: personId(handle),
      since: calendar.at(60, `follow ${handle}`),
    })),
  });
}

async function loadProposals(tx: Transaction, calendar: Calendar) {
  const revisions = await revisionsOf(tx);
  const made = proposals.map(({ on, by, ago, reason, change, declined }, index) => {
    const base = revisions.findLast((revision) => revision.pageId === pageId(on));
    if (!base?.markdown.includes(change[0]))
      throw new Error(`${on.path} does not say: ${change[0]}`);
    return {
      ...proposer(by),
      id: idOf('proposal', index),
      pageId: base.pageId,
      baseNumber: base.number,
      title: base.title,
      markdown: base.markdown.replace(...change),
      reason,
      createdAt: calendar.at(ago, `proposal ${index}`),
      ...(declined && {
        state: 'DECLINED' as const,
        decidedAt: calendar.at(declined.ago, `declined ${index}`),
        decidedById: personId(declined.by),
        decisionReason: declined.reason,
      }),
    };
  });
  // Whatever somebody else let in was proposed before.
  const accepted = revisions.flatMap(({ acceptedById, authorId, changeSummary, ...revision }) =>
    acceptedById && authorId
      ? [
          {
            id: idOf('proposal accepted', revision.pageId, revision.number),
            proposerId: authorId,
            proposerName: revision.author?.name ?? '',
            pageId: revision.pageId,
            baseNumber: revision.number - 1,
            title: revision.title,
            markdown: revision.markdown,
            reason: changeSummary,
            createdAt: revision.createdAt,
            state: 'ACCEPTED' as const,
            decidedAt: revision.createdAt,
            decidedById: acceptedById,
            revisionNumber: revision.number,
          },
        ]
      : [],
  );
  await tx.pageProposal.createMany({ data: [...made, ...accepted] });
}

const proposer = (handle: string) => ({
  proposerId: personId(handle),
  proposerName: personNamed(handle).name,
});

const revisionsOf = (tx: Transaction) =>
  tx.wikiRevision.findMany({
    where: {
      OR: [
        { pageId: { in: proposals.map(({ on }) => pageId(on)) } },
        { acceptedById: { not: null } },
      ],
    },
    orderBy: [{ pageId: 'asc' }, { number: 'asc' }],
    include: { author: { select: { name: true } } },
  });

async function loadThreads(tx: Transaction, calendar: Calendar) {
  const pages = await tx.wikiPage.findMany({
    where: { id: { in: threads.map(({ on }) => pageId(on)) } },
    select: { id: true, currentRevision: { select: { number: true, html: true } } },
  });
  for (const [index, { on, passage, comments, resolvedBy }] of threads.entries()) {
    const page = pages.find(({ id }) => id === pageId(on));
    const { text } = readArticle(page?.currentRevision?.html ?? '');
    const start = text.indexOf(passage);
    const [first] = comments;
    const last = comments.at(-1);
    if (!first || !last) continue;
    const threadId = idOf('thread', index);
    await tx.pageThread.create({
      data: {
        id: threadId,
        pageId: pageId(on),
        ...(start === -1
          ? {
              quote: passage,
              prefix: '',
              suffix: 'before the delta method was there',
              position: 900,
            }
          : passageAt(text, { start, end: start + passage.length })),
        onRevision: page?.currentRevision?.number ?? 1,
        authorId: personId(first.by),
        createdAt: calendar.at(first.ago, `thread ${index}`),
        resolvedAt: resolvedBy ? calendar.at(last.ago, `thread ${index} resolved`) : null,
        resolvedById: resolvedBy ? personId(resolvedBy) : null,
      },
    });
    await tx.pageComment.createMany({
      data: comments.map(({ by, ago, body }, place) => ({
        id: idOf('comment', index, place),
        threadId,
        authorId: personId(by),
        body,
        mentions: [...body.matchAll(/@([a-z]+-[a-z]+)/g)].flatMap(([, handle]) => handle ?? []),
        createdAt: calendar.at(ago, `thread ${index}`),
      })),
    });
  }
}
