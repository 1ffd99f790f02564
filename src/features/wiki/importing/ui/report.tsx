import { Section } from '@/ui/section';
import type { Finding, ImportReport } from '../report';

const LISTED_MAX = 200;

/** What an import would do, or did, and what of it deserves a look. */
export function Report({ report }: { report: ImportReport }) {
  const { added, changed, unchangedCount, refused, absent, files, unknown } = report;
  const numbers: [string, number][] = [
    ['New pages', added.length],
    ['Changed pages', changed.length],
    ['Unchanged pages', unchangedCount],
    ['Refused files', refused.length],
    ['Files that come along', files.length],
    ['Links that work', report.workingLinkCount],
    ['Links that lead to no page', report.brokenLinks.length + report.fileLinks.length],
  ];
  return (
    <>
      <Section title="In numbers">
        <dl className="grid max-w-2xl grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-4">
          {numbers.map(([name, count]) => (
            <div key={name} className="flex flex-col-reverse justify-end">
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="font-serif text-2xl font-semibold">{count.toLocaleString('en-GB')}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <List
        title="Refused, and why"
        items={refused.map(({ file, reason }) => `${file}: ${reason}`)}
      />
      <List title="New pages" items={added} />
      <List title="Changed pages" items={changed} />
      <List
        title="In the space, but not in the file"
        note="They were imported earlier. Archive them if they are gone for good."
        items={absent}
      />
      <List title="Files that come along" items={files} />
      <List
        title="Units and people whom nobody here knows"
        note="Their pages come without them."
        items={unknown}
      />
      <List title="Links that lead to no page" items={report.brokenLinks.map(written)} />
      <List title="Links to files that are not in it" items={report.fileLinks.map(written)} />
      <List title="Pictures that are not in it" items={report.missingImages.map(written)} />
      <List
        title="Links to a heading that the page does not have"
        items={report.lostFragments.map(written)}
      />
    </>
  );
}

const written = ({ path, target }: Finding) => `${path} → ${target}`;

function List({ title, note, items }: { title: string; note?: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  const rest = items.length - LISTED_MAX;
  return (
    <Section title={`${title} (${items.length.toLocaleString('en-GB')})`} note={note}>
      <ul className="columns-1 gap-8 text-sm md:columns-2">
        {items.slice(0, LISTED_MAX).map((item) => (
          <li key={item} className="break-words py-0.5">
            {item}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-2 text-sm text-muted">… and {rest.toLocaleString('en-GB')} more.</p>
      )}
    </Section>
  );
}
