import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSpaceFor } from '@/features/wiki/commands';
import { importFolder } from '@/features/wiki/importing/commands';
import { openFolder } from '@/features/wiki/importing/folder';
import { IMPORT_FORMATS } from '@/features/wiki/importing/formats';
import { isRepository, readRepository } from '@/features/wiki/importing/reading/git/repository';
import { readSource } from '@/features/wiki/importing/reading/source';
import { openZip } from '@/features/wiki/importing/reading/zip';
import { reportText } from '@/features/wiki/importing/report-text';
import type { SourceFolder } from '@/features/wiki/importing/source-folder';
import { kindSlug, PAGE_KINDS } from '@/features/wiki/kinds';
import { refusals as sentences } from '@/features/wiki/refusals';
import { pageKind } from '@/features/wiki/schema';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';

const FORMATS = IMPORT_FORMATS.map(({ value }) => value);

const USAGE = `npm run import -- wiki <folder, ZIP file or git repository> --space <address of a space> [--apply]
  --apply             store it; without this nothing is stored and the report tells what would be
  --owner <unit>      opens the space for this unit (the name in its address) when there is none yet
  --name <text>       the name of a space that is opened
  --format <format>   ${FORMATS.join(', ')}; found out by itself when not given
  --kind <kind>       of pages whose front matter names none: ${PAGE_KINDS.map(({ value }) => kindSlug(value)).join(', ')}
`;

/** Brings a folder of Markdown into the wiki, from the command line. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      space: { type: 'string' },
      owner: { type: 'string' },
      name: { type: 'string' },
      kind: { type: 'string', default: 'how-to' },
      format: { type: 'string', default: 'auto' },
      apply: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  const kind = pageKind.safeParse(values.kind.toUpperCase().replaceAll('-', '_'));
  const format = FORMATS.find((one) => one === values.format);
  if (!folder || !values.space || !kind.success || !format) return refuse(USAGE);
  if (!existsSync(folder)) return refuse(`There is no ${folder}.\n`);
  const context = systemContext(currentInstant());
  const { space: slug, owner, name = slug, apply } = values;
  if (owner && apply) {
    const opened = await openSpaceFor(context, { slug, name, ownerSlug: owner });
    if (!opened.ok) {
      const isUnknown = opened.reason === 'no-such-unit';
      return refuse(isUnknown ? `There is no unit ${owner}.\n` : `${sentences[opened.reason]}\n`);
    }
  }
  const imported = await importFolder(context, {
    spaceSlug: slug,
    nameOfNewSpace: owner && name,
    folder: await readAny(folder, format),
    kind: kind.data,
    apply,
    onProgress: (done, all) => process.stderr.write(`\r${done} of ${all} pages read`),
  });
  process.stderr.write('\n');
  if (!imported.ok) return refuse(refusals[imported.reason]);
  process.stdout.write(reportText(imported.report, apply));
  return 0;
}

/** A repository knows who wrote what; any other folder, and a ZIP file, do not. */
async function readAny(place: string, format: (typeof FORMATS)[number]): Promise<SourceFolder> {
  if (!statSync(place).isDirectory()) return readSource(await openZip(place), format);
  if (isRepository(place) && format !== 'confluence' && format !== 'notion') {
    return readRepository(place);
  }
  return readSource(await openFolder(place), format);
}

const refusals = {
  'no-such-space': 'There is no such space. Say who keeps it with --owner, and it is opened.\n',
  'changed-meanwhile':
    'Somebody saved one of these pages meanwhile; nothing was stored. Try again.\n',
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
