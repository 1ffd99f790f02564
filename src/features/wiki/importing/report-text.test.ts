import { expect, it } from 'vitest';
import { emptyReport } from './report';
import { reportText } from './report-text';

it('the report says first whether anything was stored, then what deserves a look', () => {
  const report = {
    ...emptyReport(),
    added: Array.from({ length: 42 }, (_, index) => `page-${index}`),
    workingLinkCount: 3,
    brokenLinks: [{ path: 'a', target: 'b.md' }],
    unreadLinks: [{ path: 'a', target: 'c d.md', namesAPage: true }],
  };
  const text = reportText(report, false);
  expect(text).toMatch(/^A dry run: nothing was stored\.\nPages: 42 new, 0 changed/);
  expect(text).toContain('Links between pages: 3 lead to a page, 1 do not.');
  expect(text).toContain('Links that lead to no page: 1\n  a: b.md');
  expect(text).toContain('(1 name a page): 1\n  a: c d.md');
  expect(text).toContain('  page-39\n  … and 2 more');
  expect(text).not.toContain('Refused');
  expect(reportText(report, true)).toMatch(/^Imported\./);
});
