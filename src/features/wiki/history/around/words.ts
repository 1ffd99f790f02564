import { PAGE_KINDS } from '../../kinds';

export const TOLD_ACTIONS = [
  'page.entrusted',
  'page.moved',
  'page.archived',
  'page.reinstated',
  'page.published',
] as const;

export type ToldAction = (typeof TOLD_ACTIONS)[number];

/** What the audit trail holds of such a change; a side tells only what it knew. */
type Side = {
  kind?: string;
  ownerUnitId?: string | null;
  stewardIds?: string[];
  spaceSlug?: string;
  path?: string;
} | null;

export type PageTrace = {
  action: ToldAction;
  before: Side;
  after: Side;
  /** The names that the ids stand for. */
  names: Record<string, string> | null;
};

const kindName = (kind: string) => PAGE_KINDS.find(({ value }) => value === kind)?.label ?? kind;

/** One change in words, a line for each thing that became different. */
export function wordsOf({ action, before, after, names }: PageTrace): string[] {
  switch (action) {
    case 'page.moved':
      return [`Moved from ${placeOf(before)} to ${placeOf(after)}`];
    case 'page.archived':
      return ['Put into the archive'];
    case 'page.reinstated':
      return ['Taken out of the archive'];
    case 'page.published':
      return ['Published'];
    case 'page.entrusted':
      return [
        ...kindWords(before?.kind, after?.kind),
        ...ownerWords(before?.ownerUnitId, after?.ownerUnitId, names ?? {}),
        ...stewardWords(before?.stewardIds ?? [], after?.stewardIds ?? [], names ?? {}),
      ];
  }
}

const placeOf = (side: Side) => `${side?.spaceSlug}/${side?.path}`;

const kindWords = (from = '', to = '') =>
  from === to ? [] : [`From ${kindName(from)} to ${kindName(to)}`];

function ownerWords(
  from: string | null = null,
  to: string | null = null,
  names: Record<string, string>,
): string[] {
  if (from === to) return [];
  return [to ? `Kept by ${nameOf(to, names)}` : 'Kept by those who own the space'];
}

function stewardWords(
  from: readonly string[],
  to: readonly string[],
  names: Record<string, string>,
): string[] {
  const listed = (ids: readonly string[]) => ids.map((id) => nameOf(id, names)).join(', ');
  const come = to.filter((id) => !from.includes(id));
  const gone = from.filter((id) => !to.includes(id));
  return [
    ...(come.length > 0 ? [`Steward from now on: ${listed(come)}`] : []),
    ...(gone.length > 0 ? [`Steward no longer: ${listed(gone)}`] : []),
  ];
}

const nameOf = (id: string, names: Record<string, string>) => names[id] ?? 'somebody';
