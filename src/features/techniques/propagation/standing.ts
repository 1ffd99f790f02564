import { listInWords } from '../list-in-words';
import { type AdoptionState, isInUse, standingOf } from './adoption';
import type { Adoption } from './journey';

const NAMES_MAX = 4;

/** One sentence on where it stands: who uses it, who is trying it, for whom it was not. */
export function standingInWords(adoptions: readonly Adoption[]): string {
  const parts = groups.flatMap(({ fits, one, many }) => {
    const squads = adoptions.filter(({ steps }) => fits(standingOf(steps) ?? 'IDENTIFIED'));
    return squads.length > 0 ? [`${namesOf(squads)} ${squads.length === 1 ? one : many}`] : [];
  });
  return parts.length === 0 ? 'No other squad has said anything yet.' : `${parts.join('; ')}.`;
}

type Group = { fits: (state: AdoptionState) => boolean; one: string; many: string };

const groups: Group[] = [
  { fits: isInUse, one: 'has it in production', many: 'have it in production' },
  { fits: is('TRIALLING'), one: 'is trying it', many: 'are trying it' },
  { fits: is('IDENTIFIED', 'ASSESSING'), one: 'is looking at it', many: 'are looking at it' },
  { fits: is('PAUSED'), one: 'has paused', many: 'have paused' },
  {
    fits: is('DECLINED'),
    one: 'said that it is not for them',
    many: 'said that it is not for them',
  },
  { fits: is('DISCONTINUED', 'SUPERSEDED'), one: 'no longer uses it', many: 'no longer use it' },
];

function is(...states: AdoptionState[]) {
  return (state: AdoptionState) => states.includes(state);
}

/** In the order of the alphabet, so that nobody comes first by merit. */
function namesOf(adoptions: readonly Adoption[]): string {
  const names = adoptions.map(({ squad }) => squad.name).toSorted((a, b) => a.localeCompare(b));
  if (names.length <= NAMES_MAX) return listInWords(names);
  const shown = names.slice(0, NAMES_MAX - 1);
  return listInWords([...shown, `${names.length - shown.length} more`]);
}
