import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { cruiseTree, ruleNames } from './support/cruise';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src');

const violationsIn = async (directory: string) => (await cruiseTree(directory)).summary;

const rulesBroken = (summary: ICruiseResult['summary']) => [
  ...new Set(summary.violations.map(({ rule }) => rule.name)),
];

/** A small tree in the shape of ours, with one import planted where it must not be. */
async function plant(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(path.join(root, '.data-architecture-'));
  const whole = {
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        paths: { '@/*': ['./src/*'] },
      },
    }),
    'src/foundation/db.ts': 'export const db = 1;',
    'src/foundation/context.ts': 'export type Context = { now: Date };',
    'src/features/identity/queries.ts': 'export const requestContext = 1;',
    'src/features/org/queries.ts': 'export const listUnits = 1;',
    'src/features/wiki/queries.ts': 'export const getPage = 1;',
    'src/features/wiki/rendering.ts': 'export const render = 1;',
    'src/features/meetups/queries.ts': 'export const getMeetup = 1;',
    'src/features/search/queries.ts': 'export const search = 1;',
    'src/ui/button.tsx': 'export const Button = 1;',
    'src/app/page.tsx': 'export const Page = 1;',
    ...files,
  };
  for (const [name, text] of Object.entries(whole)) {
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
    await writeFile(path.join(directory, name), text);
  }
  return directory;
}

const plantedImports: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'src/features/wiki/rendering.ts', "import './queries'; export const render = 1;"],
  ['routes-are-leaves', 'src/ui/button.tsx', "import '../app/page';"],
  [
    'foundation-and-ui-know-no-feature',
    'src/foundation/db.ts',
    "import '@/features/wiki/queries';",
  ],
  ['ground-knows-only-ground', 'src/features/org/queries.ts', "import '../wiki/queries';"],
  ['org-knows-no-identity', 'src/features/org/queries.ts', "import '../identity/queries';"],
  [
    'craft-knows-no-crosscut',
    'src/features/wiki/queries.ts',
    "import '@/features/search/queries';",
  ],
  ['craft-siblings-meet-in-app', 'src/features/wiki/queries.ts', "import '../meetups/queries';"],
  [
    'features-enter-by-the-door',
    'src/features/search/queries.ts',
    "import '@/features/wiki/rendering';",
  ],
  [
    'only-queries-and-commands-touch-the-db',
    'src/features/wiki/policy.ts',
    "import '@/foundation/db';",
  ],
  ['pages-do-not-touch-the-db', 'src/app/page.tsx', "import '@/foundation/db';"],
  ['rules-are-pure', 'src/features/wiki/review-due.ts', "import '../../foundation/db';"],
];

describe('the architecture gate', () => {
  it('finds no forbidden import in the source, and has read the source', async () => {
    const summary = await violationsIn(root);
    expect(summary.totalCruised).toBeGreaterThan(100);
    const told = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(told).toEqual([]);
  }, 60_000);

  it('passes the small tree as it is', async () => {
    const directory = await plant({});
    try {
      expect(rulesBroken(await violationsIn(directory))).toEqual([]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it.each(plantedImports)('%s is seen to fail', async (rule, file, text) => {
    const cycle: Record<string, string> =
      rule === 'no-cycles' ? { 'src/features/wiki/queries.ts': "import './rendering';" } : {};
    const directory = await plant({ ...cycle, [file]: text });
    try {
      expect(rulesBroken(await violationsIn(directory))).toContain(rule);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it('every rule has a planted import', () => {
    expect(plantedImports.map(([rule]) => rule).toSorted()).toEqual(ruleNames.toSorted());
  });
});

type Kind = {
  of: RegExp;
  /** The length that nineteen of twenty files of the kind stay within. */
  guide: number;
  /** What is allowed where it is more than the guide, and why. */
  today?: { lines: number; because: string };
};

const kinds: Record<string, Kind> = {
  'policies and schemas': {
    of: /^features\/.*\/(policy|schema)\.ts$/,
    guide: 100,
    today: { lines: 125, because: 'a form of many fields is one long schema' },
  },
  rules: {
    of: /^features\/(?!.*\/ui\/)(?!.*\/(policy|schema|queries|commands|actions|events)\.ts$).*\.ts$/,
    guide: 100,
    today: {
      lines: 165,
      because: 'an import compares memberships, units and schedules, each in one readable pass',
    },
  },
  commands: { of: /^features\/.*\/commands\.ts$/, guide: 200 },
  queries: {
    of: /^features\/.*\/queries\.ts$/,
    guide: 200,
    today: { lines: 215, because: 'what a large page reads stands together with its rows’ types' },
  },
  actions: { of: /^features\/.*\/actions\.ts$/, guide: 100 },
  pages: {
    of: /^app\/.*\/(page|layout|route)\.tsx?$/,
    guide: 90,
    today: { lines: 110, because: 'a page of several small forms keeps them in one place' },
  },
  components: { of: /^(?!app\/.*\/(page|layout)\.tsx$).*\.tsx$/, guide: 150 },
  launch: {
    of: /^launch\/.*\.mjs$/,
    guide: 100,
    today: {
      lines: 165,
      because: 'plain scripts without packages spell out what a library would do',
    },
  },
};

async function linesOfFiles(): Promise<[file: string, lines: number][]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('prisma-client'))
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\./.test(file));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(source, file), 'utf8');
      return [file, text.split('\n').length - 1] as [string, number];
    }),
  );
}

const ninetyFifth = (sorted: [string, number][]) =>
  sorted[Math.ceil(sorted.length * 0.95) - 1]?.[1] ?? 0;

describe('nineteen of twenty files of a kind stay short', () => {
  it.each(Object.entries(kinds))('%s', async (name, { of, guide, today }) => {
    const all = await linesOfFiles();
    const files = all.filter(([file]) => of.test(file)).toSorted((a, b) => a[1] - b[1]);
    expect(files.length, `there are ${name}`).toBeGreaterThan(5);
    const length = ninetyFifth(files);
    console.log(`${name}: ${files.length} files, p95 ${length} lines, guide ${guide}`);
    const longest = files.slice(-5).map(([file, lines]) => `${file} (${lines})`);
    expect(length, `the longest: ${longest.join(', ')}`).toBeLessThanOrEqual(today?.lines ?? guide);
  });
});
