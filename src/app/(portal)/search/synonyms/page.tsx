import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import {
  addSynonymAction,
  editSynonymAction,
  removeSynonymAction,
} from '@/features/search/synonyms/actions';
import { listSynonyms, type SynonymGroup } from '@/features/search/synonyms/queries';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Acronyms and synonyms' };

type Props = { searchParams: Promise<{ after?: string }> };

export default async function SynonymsPage({ searchParams }: Props) {
  const context = await requestContext();
  const { after } = await searchParams;
  const { items, nextCursor, canEdit } = await listSynonyms(context, after);
  return (
    <>
      <PageHeader
        crumbs={[{ href: '/search', label: 'Search' }]}
        title="Acronyms and synonyms"
        lead="Whoever searches for one of these words finds the others, too. Leads of guilds keep the list."
      />
      {canEdit && (
        <Section title="Add words that mean the same">
          <ActionForm action={addSynonymAction} className="max-w-xl" doneMessage="Added.">
            <Field
              name="terms"
              label="Terms"
              hint="With a comma between, as in CTR, click-through rate."
              required
            />
            <SubmitButton>Add to the list</SubmitButton>
          </ActionForm>
        </Section>
      )}
      {items.length === 0 && !after ? (
        <EmptyState title="The list is empty">
          Acronyms help most: whoever is new writes a term in full, whoever is not writes three
          letters.
        </EmptyState>
      ) : (
        <ul className="max-w-[70ch] divide-y divide-line">
          {items.map((group) => (
            <li key={group.id} className="py-2">
              <span className="break-words">{group.terms.join(' = ')}</span>
              {canEdit && <Editing group={group} />}
            </li>
          ))}
        </ul>
      )}
      <Pagination basePath="/search/synonyms" nextCursor={nextCursor} isFirst={!after} />
    </>
  );
}

function Editing({ group: { id, terms } }: { group: SynonymGroup }) {
  const inWords = terms.join(', ');
  return (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer text-muted">
        Change<span className="sr-only"> {inWords}</span>
      </summary>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <ActionForm action={editSynonymAction} className="min-w-0 flex-1 basis-80">
          <input type="hidden" name="id" value={id} />
          <Field name="terms" label="Terms" defaultValue={inWords} required />
          <SubmitButton size="small">Save</SubmitButton>
        </ActionForm>
        <ActionForm action={removeSynonymAction}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="quiet" size="small" aria-label={`Remove ${inWords}`}>
            Remove from the list
          </SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
