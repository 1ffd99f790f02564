import type { DateSeed } from '../meetups/meetup';
import { people } from '../people';
import type { DaysAgo, GuildSlug, PersonSeed } from '../world';
import { fraction } from './identifiers';
import { isInGuild, personNamed, startOf } from './roster';

/** A newcomer to the guild comes to most dates of the first weeks. */
const NEW_FOR_DAYS = 60;

/** Who was there: those on the agenda, those the notes speak of, guests, and of the others a changing part. */
export function attendeesOf(
  guild: GuildSlug,
  { cycle, items, notes = '', guests = [] }: DateSeed,
  ago: DaysAgo,
): string[] {
  const named = new Set([...items.map(({ by }) => by), ...guests]);
  for (const person of membersOf(guild, ago)) {
    const speaksUp = mentions(notes, person);
    const comes =
      fraction(`came ${person.handle} ${guild} ${cycle}`) < inclination(person, guild, ago);
    if (speaksUp || comes) named.add(person.handle);
  }
  return [...named].map(personNamed).map(({ handle }) => handle);
}

export function membersOf(guild: GuildSlug, ago: DaysAgo): PersonSeed[] {
  return people.filter((person) => isInGuild(person, guild, ago) && startOf(person) >= ago);
}

/** How often somebody tends to come: leads nearly always, most people to about every second date. */
export function inclination(
  { handle, guilds }: PersonSeed,
  guild: GuildSlug,
  ago: DaysAgo,
): number {
  const stint = guilds.find((one) => one.guild === guild);
  if (stint?.leadFrom !== undefined && stint.leadFrom >= ago) return 0.94;
  if (stint && stint.from - ago < NEW_FOR_DAYS) return 0.8;
  return 0.22 + 0.5 * fraction(`keen ${handle}`);
}

function mentions(notes: string, { name }: PersonSeed): boolean {
  const first = name.split(' ')[0];
  return new RegExp(`(?<![\\p{L}-])${first}(?![\\p{L}-])`, 'u').test(notes);
}
