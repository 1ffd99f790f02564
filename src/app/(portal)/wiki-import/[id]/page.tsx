import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import {
  applyWikiImportAction,
  compareWikiImportAction,
} from '@/features/wiki/importing/runs/actions';
import { getImport } from '@/features/wiki/importing/runs/queries';
import { STATE_NAMES } from '@/features/wiki/importing/runs/states';
import { Report } from '@/features/wiki/importing/ui/report';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Instant } from '@/ui/time';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: 'What an import does' };

export default async function WikiImportRunPage({ params }: Props) {
  const context = await requestContext();
  const run = await getImport(context, (await params).id);
  if (!run) notFound();
  const { id, state, report, space, failure } = run;
  const isWorking = state === 'comparing' || state === 'applying';
  const changes = report ? report.added.length + report.changed.length : 0;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: '/wiki-import', label: 'Import pages' },
        ]}
        kicker={STATE_NAMES[state]}
        title={run.fileName}
        lead={
          <>
            Into{' '}
            <Link href={spaceHref(space.slug)} className="link">
              {space.name}
            </Link>
            , sent <Instant at={run.sentAt} timeZone={context.actor.timeZone} dated />
            {run.sentBy && ` by ${run.sentBy.name}`}.{' '}
            {state === 'compared' && 'Nothing has been changed yet.'}
          </>
        }
      />
      {failure && <Notice>{failure}</Notice>}
      {isWorking && (
        <div className="mb-8" aria-live="polite">
          <meta httpEquiv="refresh" content="3" />
          <p>This page renews itself. You can leave it: the work goes on.</p>
        </div>
      )}
      {state === 'compared' && changes > 0 && (
        <ActionForm action={applyWikiImportAction} className="mb-8">
          <input type="hidden" name="id" value={id} />
          <SubmitButton>{`Import ${changes.toLocaleString('en-GB')} ${changes === 1 ? 'page' : 'pages'}`}</SubmitButton>
        </ActionForm>
      )}
      {state === 'compared' && changes === 0 && (
        <Notice>The space holds all of this already: there is nothing to import.</Notice>
      )}
      {(state === 'compared' || state === 'failed') && (
        <ActionForm action={compareWikiImportAction} className="mb-8">
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="secondary">Compare again</SubmitButton>
        </ActionForm>
      )}
      {report && <Report report={report} />}
    </>
  );
}
