import { requestContext } from '@/features/identity/queries';
import { DirectoryField } from '@/features/org/ui/directory-field';
import { handOverAction } from '@/features/wiki/reviews/handover/actions';
import { listPagesToHandOver } from '@/features/wiki/reviews/handover/queries';
import { PageTicks } from '@/features/wiki/reviews/handover/ui/page-ticks';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export type HandoverSearch = { after?: string; given?: string; asked?: string; to?: string };

type HandoverViewProps = {
  person: { id: string; handle: string; name: string };
  isOwn: boolean;
  search: HandoverSearch;
};

/** All pages of one person, to be given to another: all at once, or one by one. */
export async function HandoverView({ person, isOwn, search }: HandoverViewProps) {
  const context = await requestContext();
  const { items, nextCursor } = await listPagesToHandOver(context, person.id, search.after);
  const outcome = outcomeText(search);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: '/wiki-reviews', label: 'To be checked' },
        ]}
        title={isOwn ? 'Hand over my pages' : `Hand over the pages of ${person.name}`}
        lead={
          isOwn
            ? 'Whoever you choose is asked first. Where you lead those who keep a page, it is theirs at once.'
            : 'Pages of units that you lead. They are the other person’s at once, and wait there to be checked.'
        }
      />
      {outcome && <Notice>{outcome}</Notice>}
      {items.length === 0 ? (
        <EmptyState
          title={isOwn ? 'You keep no pages' : 'Nothing is left to hand over'}
          action={<ButtonLink href="/wiki-reviews">Back to what waits</ButtonLink>}
        >
          A page’s stewards keep it true. They are named at its head.
        </EmptyState>
      ) : (
        <ActionForm action={handOverAction} className="max-w-[40rem]">
          <input type="hidden" name="fromHandle" value={person.handle} />
          <PageTicks
            pages={items.map(({ id, title, spaceName, others, offeredTo }) => ({
              id,
              title,
              note: [
                spaceName,
                others.length > 0 && `also kept by ${others.join(', ')}`,
                offeredTo.length > 0 && `offered to ${offeredTo.join(', ')}`,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          <DirectoryField
            name="toHandle"
            label="To"
            hint="Begin to write a name, or type a handle."
            only="PERSON"
          />
          <Field name="note" label="A word to them" hint="It may stay empty." maxLength={300} />
          <SubmitButton>Hand over</SubmitButton>
        </ActionForm>
      )}
      <Pagination
        basePath={isOwn ? '/wiki-reviews/handover' : `/wiki-reviews/handover/${person.handle}`}
        nextCursor={nextCursor}
        isFirst={!search.after}
      />
    </>
  );
}

function outcomeText({ given = '0', asked = '0', to }: HandoverSearch): string | null {
  if (!to) return null;
  const [done, waiting] = [Number(given) || 0, Number(asked) || 0];
  const parts = [
    done > 0 && `${to} keeps ${done === 1 ? 'one page' : `${done} pages`} from now on.`,
    waiting > 0 && `${to} is asked to keep ${waiting === 1 ? 'one page' : `${waiting} pages`}.`,
  ].filter(Boolean);
  return parts.join(' ') || null;
}
