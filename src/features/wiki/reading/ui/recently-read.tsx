import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { pageHref } from '../../addresses';
import { forgetReadingsAction } from '../actions';
import type { listRecentlyRead } from '../queries';

type ReadPage = Awaited<ReturnType<typeof listRecentlyRead>>[number];

/** What the reader read last. Nobody else sees it. */
export function RecentlyRead({ pages }: { pages: readonly ReadPage[] }) {
  return (
    <>
      <ul className="space-y-3 text-[0.9375rem]">
        {pages.map((page) => (
          <li key={page.id}>
            <a href={pageHref(page)} className="font-medium hover:underline">
              {page.title}
            </a>
            <p className="text-sm text-muted">{page.spaceName}</p>
          </li>
        ))}
      </ul>
      <ActionForm action={forgetReadingsAction} className="mt-4">
        <SubmitButton look="secondary" size="small">
          Forget what I read
        </SubmitButton>
      </ActionForm>
    </>
  );
}
