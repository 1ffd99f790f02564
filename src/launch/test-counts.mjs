import { readFileSync } from 'node:fs';

export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** How to read what each test runner writes down about a run. */
export const readers = {
  /** A check without parts: it passes or it does not. */
  check: () => NOTHING,
  vitest: (file) => {
    const report = readJson(file);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },
  playwright: (file) => {
    const { expected, unexpected, flaky, skipped } = readJson(file).stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  },
  node: (file) => {
    const text = readFileSync(file, 'utf8');
    const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)[1]);
    return {
      passed: count('pass'),
      failed: count('fail') + count('cancelled'),
      skipped: count('skipped') + count('todo'),
    };
  },
};

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * What a run came to. A runner that failed without naming a failing test (it could not load a file,
 * or died) counts as one failure; so does one that found no tests, for a gate must not be empty.
 */
export function countRun(reader, file, exitCode) {
  const counts = tryToRead(reader, file);
  const found = counts ? counts.passed + counts.failed + counts.skipped : 0;
  if (exitCode === 0 && reader === readers.check) return { ...NOTHING, passed: 1 };
  if (exitCode === 0 && found > 0) return counts;
  return { ...NOTHING, ...counts, failed: Math.max(1, counts?.failed ?? 0) };
}

function tryToRead(reader, file) {
  try {
    return reader(file);
  } catch {
    return null;
  }
}
