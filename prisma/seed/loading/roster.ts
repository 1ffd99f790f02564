import { chapters, squads } from '../organisation';
import { people } from '../people';
import type { ChapterSlug, DaysAgo, GuildSlug, PersonSeed, SquadSlug, TribeSlug } from '../world';

/** A place in a unit in days ago, `to` being the first day on which it no longer holds. */
export type Place = { from: DaysAgo; to?: DaysAgo };

const byHandle = new Map(people.map((person) => [person.handle, person]));

export function personNamed(handle: string): PersonSeed {
  const person = byHandle.get(handle);
  if (!person) throw new Error(`Nobody in the demo guild is called ${handle}.`);
  return person;
}

export const holds = ({ from, to }: Place, ago: DaysAgo) =>
  from >= ago && (to === undefined || to < ago);

export function squadOf({ squads: stints }: PersonSeed, ago: DaysAgo): SquadSlug | undefined {
  return stints.find((stint) => holds(stint, ago))?.squad;
}

export function isInGuild({ guilds }: PersonSeed, guild: GuildSlug, ago: DaysAgo): boolean {
  return guilds.some((stint) => stint.guild === guild && holds(stint, ago));
}

export function startOf({ squads: stints, leadsTribe }: PersonSeed): DaysAgo {
  return Math.max(...stints.map(({ from }) => from), leadsTribe?.from ?? Number.NEGATIVE_INFINITY);
}

/** The chapters somebody has been in: that of the tribe in which they worked, joined where one goes on. */
export function chapterPlaces(person: PersonSeed): (Place & { chapter: ChapterSlug })[] {
  const places: (Place & { chapter: ChapterSlug })[] = [];
  for (const { squad, from, to } of person.squads) {
    const chapter = chapterIn(person, tribeOfSquad(squad));
    if (!chapter) continue;
    const founded = chapters.find(({ slug }) => slug === chapter)?.from ?? from;
    const place = { chapter, from: Math.min(from, founded), to };
    const last = places.at(-1);
    if (last?.chapter === chapter && last.to === from) last.to = to;
    else places.push(place);
  }
  return places;
}

function chapterIn({ chapter, earlierChapter }: PersonSeed, tribe: TribeSlug) {
  return [chapter, earlierChapter].find(
    (slug) => slug && chapters.some((unit) => unit.slug === slug && unit.tribe === tribe),
  );
}

function tribeOfSquad(slug: SquadSlug): TribeSlug {
  const squad = squads.find((unit) => unit.slug === slug);
  if (!squad) throw new Error(`There is no squad ${slug}.`);
  return squad.tribe;
}
