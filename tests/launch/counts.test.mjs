import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { add, countRun, NOTHING, readers, sentence } from '../../src/launch/test-counts.mjs';
import { temporaryDirectory } from './support.mjs';

function report(t, content) {
  const file = path.join(temporaryDirectory(t), 'report');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

test('the counts of every runner add up to one line', (t) => {
  const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } };
  const node = '# tests 9\n# pass 6\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
  const total = [
    countRun(readers.check, 'none', 0),
    countRun(readers.vitest, report(t, vitest), 0),
    countRun(readers.playwright, report(t, playwright), 1),
    countRun(readers.node, report(t, node), 1),
  ].reduce(add, NOTHING);
  assert.equal(sentence(total), '14 passed, 4 failed, 4 skipped');
});

test('a run that fails without a failing test is a failure all the same', (t) => {
  assert.equal(countRun(readers.check, 'none', 1).failed, 1);
  assert.equal(countRun(readers.vitest, report(t, vitest), 1).failed, 1, 'a file did not load');
  assert.equal(countRun(readers.vitest, 'no such report', 1).failed, 1, 'the runner died');
  assert.equal(countRun(readers.playwright, report(t, '{"stats":'), 0).failed, 1, 'cut off');
});

test('a run that found nothing to test is a failure', (t) => {
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  assert.deepEqual(countRun(readers.vitest, report(t, empty), 0), { ...NOTHING, failed: 1 });
});
