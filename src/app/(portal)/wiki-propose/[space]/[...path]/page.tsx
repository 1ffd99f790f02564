import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { getPageToEdit } from '@/features/wiki/editing/queries';
import { proposeChangeAction } from '@/features/wiki/proposals/actions';
import { ProposalForm } from '@/features/wiki/proposals/ui/proposal-form';
import { TextArea } from '@/ui/form/text-area';
import { PageHeader } from '@/ui/page-header';
import { addressIn } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = { params: Promise<{ space: string; path: string[] }> };

export const metadata: Metadata = { title: 'Propose a change' };

export default async function ProposePage({ params }: Props) {
  const context = await requestContext();
  const address = addressIn(await params);
  const page = await getPageToEdit(context, address);
  if (!page) await followMove(address, '/wiki-propose');
  if (!page) notFound();
  if (page.archivedAt || page.canEdit) redirect(page.canEdit ? address.editHref : address.href);
  const { currentRevision, space } = page;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          { href: spaceHref(space.slug), label: space.name },
          { href: address.href, label: page.title },
        ]}
        title={`Propose a change to “${page.title}”`}
        lead="Readers see the page as it is until those who keep it accept your change. You are told what came of it."
      />
      <ProposalForm
        action={proposeChangeAction}
        hidden={{ pageId: page.id }}
        baseNumber={currentRevision.number}
        address={{ spaceSlug: space.slug, path: page.path }}
        initial={{ title: page.title, markdown: currentRevision.markdown }}
        why={
          <TextArea
            name="reason"
            label="Why"
            hint="What is wrong or missing, and how you know. It is read first."
            rows={3}
          />
        }
        draftKey={`wiki-proposal ${page.id}`}
        submitLabel="Propose this change"
        cancelHref={address.href}
        timeZone={context.actor.timeZone}
      />
    </>
  );
}
