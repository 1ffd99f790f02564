import { beforeEach, describe, expect, it } from 'vitest';
import { restoreDefaultTemplate, wordTemplate } from '@/features/wiki/templates/commands';
import {
  fillTemplate,
  getTemplate,
  getWordings,
  listTemplates,
} from '@/features/wiki/templates/queries';
import { DEFAULT_TEMPLATES } from '@/features/wiki/templates/template-texts';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, aSquad, aVisitor, contextOf } from '../support/org';

beforeEach(() => emptyDatabase());

const aLead = async (name: string) =>
  contextOf(await aMemberOf(await aGuild(), name, { role: 'LEAD', source: 'ADMINISTRATOR' }));

const wording = (markdown: string, baseNumber = 0) => ({
  kind: 'HOW_TO' as const,
  baseNumber,
  markdown,
});

describe('templates', () => {
  it('are those of the portal until a lead of a guild words another, who is named with the day', async () => {
    const lead = await aLead('Lena');
    expect((await listTemplates(lead)).map(({ isDefault }) => isDefault)).not.toContain(false);
    expect(await wordTemplate(lead, wording('## Ours\n'))).toEqual({ ok: true });
    const template = await getTemplate(await aVisitor(), 'HOW_TO');
    expect(template).toMatchObject({
      markdown: '## Ours\n',
      isDefault: false,
      canWord: false,
      last: { writtenAt: lead.now, by: { name: 'Lena' } },
    });
    expect(await db.auditEntry.findFirst({ where: { action: 'template.worded' } })).toMatchObject({
      subjectId: 'HOW_TO',
      before: { number: 0, markdown: null },
      after: { number: 1, markdown: '## Ours\n' },
    });
  });

  it('are worded by nobody else', async () => {
    const visitor = await aVisitor();
    const ofSquad = await contextOf(
      await aMemberOf(await aSquad(), 'Sol', { role: 'LEAD', source: 'ADMINISTRATOR' }),
    );
    await expect(wordTemplate(visitor, wording('x'))).rejects.toThrow(Forbidden);
    await expect(wordTemplate(ofSquad, wording('x'))).rejects.toThrow(Forbidden);
    await expect(
      restoreDefaultTemplate(visitor, { kind: 'HOW_TO', baseNumber: 0 }),
    ).rejects.toThrow(Forbidden);
  });

  it('go back to what the portal brings, and what the guild said stays on record', async () => {
    const lead = await aLead('Lena');
    await wordTemplate(lead, wording('## Ours\n'));
    const restored = await restoreDefaultTemplate(lead, { kind: 'HOW_TO', baseNumber: 1 });
    expect(restored).toEqual({ ok: true });
    const template = await getTemplate(lead, 'HOW_TO');
    expect(template).toMatchObject({
      markdown: DEFAULT_TEMPLATES.HOW_TO,
      isDefault: true,
      number: 2,
    });
    expect(template.earlier).toMatchObject([{ markdown: '## Ours\n' }]);
    await expect(db.pageTemplate.deleteMany()).rejects.toThrow();
  });

  it('of two leads at once: one is saved, the other sees both wordings and loses none', async () => {
    const [lena, mo] = [await aLead('Lena'), await aLead('Mo')];
    const saved = await Promise.all([
      wordTemplate(lena, wording('## Of Lena\n')),
      wordTemplate(mo, wording('## Of Mo\n')),
    ]);
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(saved.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'changed-underneath' }]);
    const wordings = await getWordings(lena, 'HOW_TO', 0);
    expect(wordings?.base).toBe(DEFAULT_TEMPLATES.HOW_TO);
    expect(wordings?.current).toMatchObject({ number: 1, author: expect.anything() });
  });

  it('fill an empty text, take the place of one another, and never of what somebody typed', async () => {
    const lead = await aLead('Lena');
    await wordTemplate(lead, wording('## Ours\n'));
    const fill = (markdown: string, isBeneath = false) =>
      fillTemplate(lead, { kind: 'HOW_TO', markdown, isBeneath });
    expect(await fill('')).toEqual({ markdown: '## Ours\n', offered: null });
    expect(await fill(DEFAULT_TEMPLATES.LESSONS_LEARNED)).toMatchObject({ markdown: '## Ours\n' });
    expect(await fill('Mine.')).toEqual({ markdown: 'Mine.', offered: '## Ours\n' });
    expect(await fill('Mine.', true)).toEqual({ markdown: 'Mine.\n\n## Ours\n', offered: null });
  });
});
