import { Fragment } from 'react';
import { dayOf } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { UnitGlyph } from '@/ui/unit-glyph';
import { exportHref } from '../addresses';
import { filesHref } from '../files/names';
import type { WikiPage } from '../queries';

/** Who answers for a page, and when it was last touched. */
export function PageFacts({
  page,
  now,
  historyHref,
}: {
  page: WikiPage;
  now: Date;
  historyHref: string;
}) {
  const { owner, stewards, author, editedAt, isImported } = page;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <span>
        Kept by <UnitGlyph kind={owner.kind} />{' '}
        <Link href={`/org/${owner.slug}`} className="link">
          {owner.name}
        </Link>
      </span>
      {stewards.length > 0 && (
        <span>
          {stewards.length === 1 ? 'Steward' : 'Stewards'}{' '}
          {stewards.map(({ handle, name }, index) => (
            <Fragment key={handle}>
              {index > 0 && (index === stewards.length - 1 ? ' and ' : ', ')}
              <Link href={`/people/${handle}`} className="link">
                {name}
              </Link>
            </Fragment>
          ))}
        </span>
      )}
      <span>
        {isImported ? 'Imported' : 'Edited'} <Day day={dayOf(editedAt)} today={dayOf(now)} />
        {author && (
          <>
            {' by '}
            <Link href={`/people/${author.handle}`} className="link">
              {author.name}
            </Link>
          </>
        )}
      </span>
      <Link href={historyHref} className="link no-print">
        History
      </Link>
      <Link href={filesHref(page)} className="link no-print">
        Files
      </Link>
      <Link href={exportHref(page)} className="link no-print">
        Export
      </Link>
      {page.tableOfContents.length > 1 && (
        <a href="#on-this-page" className="link no-print min-[75rem]:hidden">
          On this page
        </a>
      )}
    </p>
  );
}
