import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { getImportRun, listImportChanges } from '@/features/org/import/queries';
import { applyImport, startApplying } from '@/features/org/import/runs/applying/commands';
import { prepareImport } from '@/features/org/import/runs/commands';
import {
  changeOutcomes,
  FILE_BYTES_MAX,
  importFormats,
  importOptionsInput,
} from '@/features/org/import/schema';
import { reportText } from '@/features/org/import/ui/report-text';
import { currentInstant } from '@/foundation/clock';
import { type Context, systemContext } from '@/foundation/context';

const USAGE = `npm run import -- <file> --format <format> [--apply]
  --format <format>   ${importFormats.join(', ')}
  --apply             make the changes; without this nothing changes and the report tells what would
  --as-of <day>       the day on which the file was true, such as 2026-03-01; today when not given
  --source <name>     the system the file speaks for; the format's name when not given
  --without-refused   apply the rest when lines were refused
`;

/** Imports an organisation from the command line: the same dry run and the same applying as on the page. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      source: { type: 'string' },
      'as-of': { type: 'string', default: '' },
      apply: { type: 'boolean', default: false },
      'without-refused': { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!file || !values.format) return refuse(USAGE);
  if (!existsSync(file) || !statSync(file).isFile()) return refuse(`There is no file ${file}.\n`);
  if (statSync(file).size > FILE_BYTES_MAX) return refuse('The file is larger than 20 MB.\n');
  const options = importOptionsInput.safeParse({
    format: values.format,
    source: values.source,
    asOf: values['as-of'],
  });
  if (!options.success) {
    const faults = options.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return refuse(`${faults.join('\n')}\n\n${USAGE}`);
  }
  const context = systemContext(currentInstant());
  const prepared = await prepareImport(context, {
    ...options.data,
    fileName: basename(file),
    bytes: readFileSync(file),
  });
  if (!prepared.ok) return refuse(`${prepared.reason}\n`);
  process.stdout.write(await report(context, prepared.runId));
  return values.apply ? apply(context, prepared.runId, values['without-refused']) : 0;
}

/** The first lines of each outcome; all of them are on the page. */
async function report(context: Context, runId: string): Promise<string> {
  const run = await getImportRun(context, runId);
  const lines = [];
  for (const outcome of changeOutcomes) {
    lines.push(...(await listImportChanges(context, runId, { outcome }, undefined)).items);
  }
  return reportText(run?.counts ?? {}, lines);
}

async function apply(context: Context, runId: string, withoutRefused: boolean): Promise<number> {
  const started = await startApplying(context, runId, { withoutRefused });
  if (!started.ok) return refuse(refusals[started.reason]);
  const applied = await applyImport(context, started.run, (done, all) => {
    process.stderr.write(`\r${done} of ${all} rows written`);
  });
  process.stderr.write('\n');
  if (!applied.ok) return refuse(`${applied.message}\n`);
  process.stdout.write('Applied.\n');
  return 0;
}

const refusals = {
  'has-refused-lines':
    'Nothing was changed: lines were refused. Correct them, or say --without-refused to apply the rest.\n',
  'already-applied': 'This was applied already.\n',
  'being-applied': 'This is being applied at this moment.\n',
};

function refuse(why: string): number {
  process.stderr.write(why);
  return 1;
}

process.exit(
  await main(process.argv.slice(2)).catch((error: unknown) =>
    refuse(`${error instanceof Error ? error.message : String(error)}\n`),
  ),
);
