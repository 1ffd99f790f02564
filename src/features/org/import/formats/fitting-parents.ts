import type { UnitKind } from '../../schema';
import { mayStandBeneath } from '../../unit-hierarchy';

/** A kind of null is something that no unit stands beneath. */
type Place = { kind: UnitKind | null; parentKey: string | null };

/**
 * The nearest unit above that this one may stand beneath: a working group within a working group
 * belongs, here, to what the outer one belongs to. Null when nothing above fits.
 */
export function nearestFitting(
  kind: UnitKind,
  parentKey: string | null,
  placeOf: (key: string) => Place | undefined,
): string | null {
  const seen = new Set<string>();
  let key = parentKey;
  while (key !== null && !seen.has(key)) {
    seen.add(key);
    const place = placeOf(key);
    // An unknown parent is kept, so that it is refused by name rather than skipped in silence.
    if (!place || (place.kind && mayStandBeneath(kind, place.kind))) return key;
    key = place.parentKey;
  }
  return key;
}
