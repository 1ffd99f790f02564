import { beforeEach, describe, expect, it } from 'vitest';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { recordEvent } from '@/foundation/events';
import { handleWaitingFacts, type OutboxFact } from '@/foundation/outbox';
import { emptyDatabase } from '../support/database';
import { NOON } from '../support/org';

const context = systemContext(NOON);
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const announce = (name: string) => db.$transaction((tx) => recordEvent(tx, context, name, {}));

function listener() {
  const heard: string[] = [];
  const handle = async (facts: readonly OutboxFact[]) => {
    heard.push(...facts.map(({ name }) => name));
  };
  return { heard, handle };
}

beforeEach(() => emptyDatabase());

describe('the outbox', () => {
  it('a fact is heard once', async () => {
    await announce('page.revised');
    const { heard, handle } = listener();
    expect(await handleWaitingFacts([handle], NOON)).toBe(1);
    expect(await handleWaitingFacts([handle], NOON)).toBe(0);
    expect(heard).toEqual(['page.revised']);
  });

  it('a change that is rolled back announces nothing', async () => {
    const change = db.$transaction(async (tx) => {
      await recordEvent(tx, context, 'page.revised', {});
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await handleWaitingFacts([], NOON)).toBe(0);
  });

  it('one bad fact does not hold up the others, and is tried again later', async () => {
    await announce('page.revised');
    await announce('broken');
    await announce('unit.changed');
    const heard: string[] = [];
    const handle = async (facts: readonly OutboxFact[]) => {
      if (facts.some(({ name }) => name === 'broken')) throw new Error('cannot be indexed');
      heard.push(...facts.map(({ name }) => name));
    };
    await handleWaitingFacts([handle], NOON);
    expect(heard).toEqual(['page.revised', 'unit.changed']);

    const waiting = await db.outboxEvent.findMany({ where: { handledAt: null } });
    expect(waiting).toMatchObject([
      { name: 'broken', attempts: 1, lastError: 'cannot be indexed' },
    ]);
    expect(await handleWaitingFacts([handle], later(1))).toBe(0);
    expect(await handleWaitingFacts([listener().handle], later(10))).toBe(1);
  });

  it('a fact that fails for good is set aside with its error', async () => {
    await announce('broken');
    const handle = async () => {
      throw new Error('never works');
    };
    let seconds = 0;
    while (await db.outboxEvent.count({ where: { handledAt: null } })) {
      seconds += 10_000;
      await handleWaitingFacts([handle], later(seconds));
    }
    expect(await db.outboxEvent.findFirst()).toMatchObject({
      attempts: 12,
      lastError: 'never works',
    });
  });

  it('two workers at once never hear the same fact', async () => {
    for (let count = 0; count < 20; count++) await announce(`fact.${count}`);
    const [one, two] = [listener(), listener()];
    await Promise.all([
      handleWaitingFacts([one.handle], NOON),
      handleWaitingFacts([two.handle], NOON),
    ]);
    expect([...one.heard, ...two.heard].toSorted()).toEqual(
      Array.from({ length: 20 }, (_, count) => `fact.${count}`).toSorted(),
    );
  });
});
