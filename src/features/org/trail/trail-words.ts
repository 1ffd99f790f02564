const ACTIONS: Record<string, string> = {
  'membership.opened': 'Membership opened',
  'membership.ended': 'Membership ended',
  'membership.corrected': 'Membership corrected',
  'membership.withdrawn': 'Membership withdrawn',
  'person.added': 'Person added',
  'person.edited': 'Profile changed',
  'person.left': 'Leaving recorded',
  'person.returned': 'Leaving taken back',
  'unit.opened': 'Unit opened',
  'unit.described': 'Description changed',
  'unit.moved': 'Unit moved',
  'unit.renamed': 'Unit renamed',
  'unit.split': 'Unit split',
  'unit.merged': 'Unit merged',
  'unit.dissolved': 'Unit ended',
  'import.applied': 'Import applied',
};

export const trailActions: readonly { value: string; label: string }[] = Object.entries(
  ACTIONS,
).map(([value, label]) => ({ value, label }));

/** What an action is called; one of another feature's is shown by its name. */
export const trailActionName = (action: string): string => ACTIONS[action] ?? action;

const LABELS: Record<string, string> = {
  unit: 'Unit',
  role: 'Role',
  homeSquad: 'Home squad',
  from: 'From',
  to: 'First day no longer',
  name: 'Name',
  kind: 'Kind',
  purpose: 'Purpose',
  timeZone: 'Time zone',
  isPlatformTeam: 'ML Platform team',
  headline: 'Headline',
  about: 'About',
  skills: 'Skills',
  askMeAbout: 'Ask me about',
  email: 'E-mail',
  startedOn: 'Started on',
  leftOn: 'Left on',
};

/** Keys that serve the machine and say nothing to a reader. */
const HIDDEN = new Set(['unitId', 'membershipId']);

export type ChangedFact = { label: string; before: string | null; after: string | null };

type Facts = Record<string, unknown> | null;

/** What differs between before and after, in words; of what is new or gone, all of it. */
export function changedFacts(before: Facts, after: Facts): ChangedFact[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys]
    .filter((key) => !HIDDEN.has(key))
    .map((key) => ({ key, was: wordsOf(before?.[key]), is: wordsOf(after?.[key]) }))
    .filter(({ key, was, is }) => was !== is || key === 'unit')
    .map(({ key, was, is }) => ({
      label: LABELS[key] ?? key,
      before: was === is ? null : was,
      after: is,
    }))
    .filter((fact) => fact.before !== null || fact.after !== null);
}

function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : null;
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null;
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  // Roles and kinds are written in capitals in the ledger.
  return /^[A-Z_]+$/.test(text) ? text.toLowerCase().replaceAll('_', ' ') : text;
}
