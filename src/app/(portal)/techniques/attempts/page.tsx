import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listAttempts } from '@/features/techniques/attempts/queries';
import {
  type AttemptFilter,
  attemptFilterInput,
  attemptOutcomes,
} from '@/features/techniques/attempts/schema';
import { AttemptLines } from '@/features/techniques/attempts/ui/attempt-lines';
import { outcomeNames } from '@/features/techniques/attempts/ui/words';
import { ButtonLink, buttonClasses } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { SectionTabs } from '../section-tabs';

export const metadata: Metadata = { title: 'What was tried' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AttemptsPage({ searchParams }: Props) {
  const context = await requestContext();
  const filter = attemptFilterInput.parse(await searchParams);
  const { items, nextCursor } = await listAttempts(context, filter);
  const { after, ...query } = filter;
  return (
    <>
      <PageHeader
        title="What was tried"
        lead="Look here before you try it yourself. What failed is kept with the conditions under which it may still work."
        actions={
          <ButtonLink look="primary" href="/techniques/attempts/new">
            Write down an attempt
          </ButtonLink>
        }
      />
      <SectionTabs current="attempts" />
      <Filters filter={filter} />
      {items.length > 0 ? (
        <AttemptLines attempts={items} />
      ) : (
        <EmptyState
          title="No attempt fits"
          action={<ButtonLink href="/techniques/attempts/new">Write down an attempt</ButtonLink>}
        >
          An attempt needs no technique and no success: what you expected, what you did, how it came
          out and why. Your name may stay out of it.
        </EmptyState>
      )}
      <Pagination
        basePath="/techniques/attempts"
        query={query}
        nextCursor={nextCursor}
        isFirst={!after}
        label="Show earlier attempts"
      />
    </>
  );
}

const controlClasses =
  'w-full min-h-9 rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-base sm:text-[0.9375rem]';

function Filters({ filter }: { filter: AttemptFilter }) {
  const isFiltered = [filter.q, filter.outcome, filter.squad].some(Boolean);
  return (
    <form
      action="/techniques/attempts"
      aria-label="Filter attempts"
      className="no-print mb-6 flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      {filter.squad && <input type="hidden" name="squad" value={filter.squad} />}
      <label className="min-w-40 max-w-md flex-1 basis-52 text-sm">
        <span className="mb-1 block font-medium">Words</span>
        <input type="search" name="q" defaultValue={filter.q} className={controlClasses} />
      </label>
      <label className="min-w-32 basis-44 text-sm">
        <span className="mb-1 block font-medium">How it came out</span>
        <select name="outcome" defaultValue={filter.outcome ?? ''} className={controlClasses}>
          <option value="">Any way</option>
          {attemptOutcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomeNames[outcome]}
            </option>
          ))}
        </select>
      </label>
      <div className="flex gap-2">
        <button type="submit" className={buttonClasses()}>
          Filter
        </button>
        {isFiltered && (
          <Link href="/techniques/attempts" className={buttonClasses({ look: 'quiet' })}>
            Clear
          </Link>
        )}
      </div>
    </form>
  );
}
