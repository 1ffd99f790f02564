import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { addressOf } from '@/ui/pagination';

/** Nothing close: said plainly, with what to do next. */
export function NothingFound({ q, isNarrowed }: { q: string; isNarrowed: boolean }) {
  return (
    <EmptyState
      title={`Nothing close to “${q}”`}
      action={
        isNarrowed ? (
          <ButtonLink href={addressOf('/search', { q })}>Search everything</ButtonLink>
        ) : (
          <ButtonLink href={addressOf('/search/tried', { problem: q })}>
            Ask whether anyone has tried
          </ButtonLink>
        )
      }
    >
      Try fewer or plainer words. If nobody has written it down yet, somebody may still have solved
      it.
    </EmptyState>
  );
}
