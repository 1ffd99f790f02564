import { describe, expect, it } from 'vitest';
import { refusalOf, type Step } from '@/features/techniques/propagation/adoption';
import { isReadyToPresent } from '@/features/techniques/readiness';
import { deliverableFault } from '@/features/working-groups/deliverable';
import { addDays, daysBetween } from '@/foundation/days';
import { membersOf } from './loading/attendance';
import { Calendar } from './loading/calendar';
import { dateOf, meetupDates } from './loading/meetups';
import { chapterPlaces, holds, isInGuild, personNamed, squadOf, startOf } from './loading/roster';
import { readWiki, storedMarkdown } from './loading/wiki';
import { series } from './meetups';
import { chapters, guilds, squads } from './organisation';
import { people } from './people';
import { techniques } from './techniques';
import { workingGroups } from './working-groups';

/** A loading on each day of the week, so that no weekend bends the story. */
const calendars = [0, 1, 2, 3, 4, 5, 6].map(
  (offset) => new Calendar(addDays(new Date('2026-11-23T11:00:00Z'), offset)),
);
const steps = techniques.flatMap((technique) =>
  technique.adoptions.flatMap((adoption) =>
    adoption.steps.map((step) => ({ technique, adoption, step })),
  ),
);

describe('people and squads', () => {
  it('everyone’s places lie within the life of the unit', () => {
    const wrong = people.flatMap(({ handle, squads: stints }) =>
      stints
        .filter(({ squad, from, to }) => {
          const unit = squads.find(({ slug }) => slug === squad);
          return !unit || from > unit.from || (unit.to !== undefined && (to ?? -99) < unit.to);
        })
        .map(({ squad }) => `${handle} in ${squad}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nobody is in two squads at once, and nobody is between two', () => {
    const gaps = people.flatMap(({ handle, squads: stints }) =>
      stints.slice(1).flatMap(({ from }, index) => (stints[index]?.to === from ? [] : [handle])),
    );
    expect(gaps).toEqual([]);
  });

  it('whoever is in a sub-guild is in its guild for as long', () => {
    const outside = people.flatMap((person) =>
      person.guilds.flatMap(({ guild, from, to }) => {
        const parent = guilds.find(({ slug }) => slug === guild)?.guild;
        const lasts = (ago: number) => !parent || isInGuild(person, parent, ago);
        return lasts(from) && lasts(to === undefined ? 0 : to + 1) ? [] : [person.handle];
      }),
    );
    expect(outside).toEqual([]);
  });

  it('nobody is in a guild before it was founded, or before they came', () => {
    const early = people.flatMap((person) =>
      person.guilds
        .filter(
          ({ guild, from }) =>
            from > startOf(person) || from > (guilds.find(({ slug }) => slug === guild)?.from ?? 0),
        )
        .map(({ guild }) => `${person.handle} in ${guild}`),
    );
    expect(early).toEqual([]);
  });

  it('a chapter’s people work in its tribe on each day', () => {
    const astray = people.flatMap((person) =>
      chapterPlaces(person).flatMap(({ chapter, from, to }) =>
        [from, Math.max(to === undefined ? 0 : to + 1, 0)].flatMap((ago) => {
          const squad = squads.find(({ slug }) => slug === squadOf(person, ago));
          const tribe = chapters.find(({ slug }) => slug === chapter)?.tribe;
          return squad?.tribe === tribe ? [] : [`${person.handle} in ${chapter}`];
        }),
      ),
    );
    expect(astray).toEqual([]);
  });

  it('each chapter has one lead, each squad too, and both are still here', () => {
    for (const { slug } of chapters) {
      const leads = people.filter((person) => person.chapter === slug && person.leadsChapterFrom);
      expect(
        leads.map(({ handle, leftAt }) => [handle, leftAt]),
        slug,
      ).toEqual([[expect.any(String), undefined]]);
    }
    for (const { slug } of squads.filter(({ to }) => to === undefined)) {
      const leads = people.filter((person) =>
        person.squads.some((stint) => stint.squad === slug && stint.leadFrom && holds(stint, 0)),
      );
      expect(leads.length, slug).toBe(1);
    }
  });

  it('no two people share a name', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(people.map(({ handle }) => handle)).size).toBe(people.length);
  });
});

describe('techniques', () => {
  it('each step is one that a squad may say, on a day on which it may say it', () => {
    for (const calendar of calendars) {
      for (const { slug, adoptions } of techniques) {
        for (const { squad, steps: told } of adoptions) {
          const history: Step[] = [];
          for (const step of told) {
            const on = calendar.workday(step.ago);
            const proposed = {
              to: step.to,
              on,
              hasOwnEvidence: step.to === 'IN_PRODUCTION',
              reasonCode: 'reason' in step ? step.reason : null,
              note: step.note ?? '',
            };
            expect(
              refusalOf(history, proposed, calendar.today),
              `${slug}: ${squad} ${step.to}`,
            ).toBeNull();
            history.push(proposed);
          }
        }
      }
    }
  });

  it('only members of a squad speak for it, on the day they speak', () => {
    const strangers = steps.flatMap(({ technique, adoption, step }) =>
      [step.ago, step.ago + 2]
        .filter((ago) => squadOf(personNamed(step.by), ago) !== adoption.squad)
        .map((ago) => `${technique.slug}: ${step.by} for ${adoption.squad}, ${ago} days ago`),
    );
    expect(strangers).toEqual([]);
  });

  it('whoever tried, measured or wrote was in the squad, or brought it along', () => {
    const strangers = techniques.flatMap((technique) => [
      ...technique.attempts
        .filter(
          ({ by, squad, endedOn }) =>
            squadOf(personNamed(by), endedOn) !== (squad ?? technique.origin),
        )
        .map(({ by, title }) => `${by}: ${title}`),
      ...technique.evidence
        .filter(({ by, on }) => squadOf(personNamed(by), on) !== technique.origin)
        .map(({ by, summary }) => `${by}: ${summary}`),
      ...(technique.revisions ?? [])
        .filter(({ by, ago }) => squadOf(personNamed(by), ago) !== technique.origin)
        .map(({ by, changeSummary }) => `${by}: ${changeSummary}`),
    ]);
    expect(strangers).toEqual([]);
  });

  it('a squad learns from one that began no later, and never from the origin as an adopter', () => {
    for (const { slug, origin, originOn, adoptions } of techniques) {
      const firstOf = new Map(
        adoptions.map(({ squad, steps: told }) => [squad, told[0]?.ago ?? 0]),
      );
      for (const { squad, from, steps: told } of adoptions) {
        expect(squad, slug).not.toBe(origin);
        expect(told[0]?.ago, `${slug}: ${squad}`).toBeLessThan(originOn);
        if (typeof from === 'string') continue;
        expect(firstOf.get(from.squad), `${slug}: ${squad}`).toBeGreaterThanOrEqual(
          told[0]?.ago ?? 0,
        );
      }
    }
  });

  it('what is presented says what failed, what the data made hard and how it was judged', () => {
    for (const { slug, writeUp, presentations } of techniques) {
      expect(isReadyToPresent(writeUp), slug).toBe(presentations.length > 0);
    }
  });

  it('a presentation stands on the agenda of its date, by the same person', () => {
    for (const calendar of calendars) {
      const dates = meetupDates(calendar);
      const planned = dates.flatMap(({ seed, series: { guild } }) =>
        seed.items.flatMap(({ technique, by }) =>
          technique ? [`${technique} ${guild} ${seed.cycle} ${by}`] : [],
        ),
      );
      const told = techniques.flatMap(({ slug, presentations }) =>
        presentations.map(({ series: guild, cycle, by }) => `${slug} ${guild} ${cycle} ${by}`),
      );
      expect(told.toSorted()).toEqual(planned.toSorted());
      for (const { slug, presentations, originOn } of techniques) {
        for (const presentation of presentations) {
          expect(dateOf(dates, presentation).ago, slug).toBeLessThan(originOn);
          expect(dateOf(dates, presentation).ago, slug).toBeGreaterThan(0);
        }
      }
    }
  });

  it('some travelled widely, some stalled, some were declined, one is a draft', () => {
    const inUse = ({ adoptions }: (typeof techniques)[number]) =>
      adoptions.filter(({ steps: told }) =>
        ['IN_PRODUCTION', 'SUSTAINED'].includes(told.at(-1)?.to ?? ''),
      );
    expect(
      techniques.filter((technique) => inUse(technique).length >= 4).length,
    ).toBeGreaterThanOrEqual(3);
    expect(
      techniques.filter((technique) => inUse(technique).length === 0).length,
    ).toBeGreaterThanOrEqual(3);
    expect(techniques.filter(({ presentations }) => presentations.length === 0)).toHaveLength(1);
    const reasons = new Set(steps.flatMap(({ step }) => ('reason' in step ? [step.reason] : [])));
    expect(reasons.size).toBe(8);
    const secondHand = steps.filter(({ adoption }) => typeof adoption.from !== 'string');
    expect(secondHand.length).toBeGreaterThan(20);
  });
});

describe('meetups', () => {
  it('agendas fit into their time, and their presenters were with the company and the guild', () => {
    for (const calendar of calendars) {
      for (const { seed, series: one, ago } of meetupDates(calendar)) {
        const planned = seed.items.reduce((sum, { minutes }) => sum + minutes, 0);
        const name = `${one.slug} ${seed.cycle}`;
        expect(planned, name).toBeLessThanOrEqual(one.minutes);
        const strangers = seed.items
          .filter(({ by }) => !isInGuild(personNamed(by), one.guild, Math.max(ago, 0)))
          .map(({ by }) => `${name}: ${by}`);
        expect.soft(strangers).toEqual([]);
      }
    }
  });

  it('dates stand one rhythm apart, on the right weekday, without a gap', () => {
    for (const { slug, dates } of series) {
      const cycles = dates.map(({ cycle }) => cycle);
      expect(cycles, slug).toEqual(cycles.toSorted((a, b) => b - a));
      expect((cycles[0] ?? 0) - (cycles.at(-1) ?? 0) + 1, slug).toBe(cycles.length);
    }
    for (const calendar of calendars) {
      for (const { day, series: one } of meetupDates(calendar))
        expect(day.getUTCDay()).toBe(one.weekday);
    }
  });

  it('a changing part of the guild comes, never all and never none', () => {
    const [calendar] = calendars as [Calendar];
    for (const { attendees, ago, series: one, seed } of meetupDates(calendar)) {
      if (ago <= 0 || seed.cancelled) continue;
      const members = membersOf(one.guild, ago).length;
      const share = attendees.length / members;
      expect(share, `${one.slug} ${seed.cycle}`).toBeGreaterThan(0.2);
      if (members > 15) expect(share, `${one.slug} ${seed.cycle}`).toBeLessThan(0.9);
    }
  });
});

describe('working groups', () => {
  it('each deliverable moves by the rules, in time, and ends where it is shown', () => {
    for (const calendar of calendars) {
      for (const { slug, beganWeeksAgo, deliverables, checkpoints } of workingGroups) {
        const start = calendar.mondayOfWeeksAgo(beganWeeksAgo);
        for (const { week } of checkpoints) {
          expect(addDays(start, week * 7) <= calendar.today, `${slug} ${week}`).toBe(true);
        }
        for (const { title, steps: told, owner } of deliverables) {
          expect(told[0]?.to, title).toBe('DRAFT');
          for (const [index, { to, day, note = '' }] of told.slice(1).entries()) {
            const last = told[index] ?? told[0];
            const state = last?.to ?? 'DRAFT';
            const since = addDays(start, last?.day ?? 0);
            const facts = { state, since, ownerSquadId: owner ?? null };
            const move = { on: addDays(start, day), today: calendar.today, note };
            expect(deliverableFault(facts, to, move), `${title}: ${to}`).toBeNull();
          }
        }
      }
    }
  });

  it('people of at least three squads have a seat, and one group is in week five of ten', () => {
    for (const calendar of calendars) {
      for (const { slug, seats, beganWeeksAgo, weeks, state } of workingGroups) {
        const ago = daysBetween(calendar.mondayOfWeeksAgo(beganWeeksAgo), calendar.today);
        const from = new Set(seats.map(({ person }) => squadOf(personNamed(person), ago)));
        expect(from.size, slug).toBeGreaterThanOrEqual(3);
        expect(from.has(undefined), slug).toBe(false);
        if (state === 'ACTIVE') expect([Math.floor(ago / 7) + 1, weeks]).toEqual([5, 10]);
      }
    }
  });
});

describe('the wiki', () => {
  const pages = readWiki();

  it('tells when pages were written and revised in order, by people who were there', () => {
    for (const { path, created, updated, updates, steward } of pages) {
      const told = [created, ...updates.map(({ ago }) => ago)];
      expect(told, path).toEqual(told.toSorted((a, b) => b - a));
      if (updates.length > 0) expect(told.at(-1), path).toBe(updated);
      expect(startOf(personNamed(steward)), `${path}: ${steward}`).toBeGreaterThan(created);
      for (const update of updates) {
        expect(startOf(personNamed(update.by)), `${path}: ${update.by}`).toBeGreaterThan(
          update.ago,
        );
      }
    }
  });

  it('had each page before a section was added to it, and has it whole now', () => {
    for (const page of pages) {
      for (const { added } of page.updates) {
        expect(storedMarkdown(page), page.path).toContain(`## ${added}`);
        expect(storedMarkdown(page, [added]), page.path).not.toContain(`## ${added}`);
      }
      expect(storedMarkdown(page), page.path).not.toMatch(/\]\([^)/]*\.md/);
    }
  });
});
