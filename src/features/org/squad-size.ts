export const USUAL_SQUAD_SIZE = { from: 6, to: 12 };

/** A quiet remark on a squad outside the usual size; null when there is nothing to remark. */
export function squadSizeRemark(people: number): string | null {
  const { from, to } = USUAL_SQUAD_SIZE;
  if (people >= from && people <= to) return null;
  const usual = `squads usually have ${from} to ${to}`;
  if (people === 0) return `Nobody is in this squad; ${usual}.`;
  if (people < from) return `${people === 1 ? 'One person' : `${people} people`}; ${usual}.`;
  return `${people} people; ${usual}. Above that, two squads often serve better.`;
}
