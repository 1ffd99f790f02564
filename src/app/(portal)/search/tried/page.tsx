import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { leaveQuestionAction } from '@/features/search/misses/actions';
import { problemInput } from '@/features/search/schema';
import { kindLabelPlural, type SubjectKind } from '@/features/search/subject-kinds';
import { findTried } from '@/features/search/tried/queries';
import { HitList } from '@/features/search/ui/hit-list';
import { TriedForm } from '@/features/search/ui/tried-form';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Has anyone tried…?' };

type Props = { searchParams: Promise<Record<string, string | undefined>> };

const titles: Partial<Record<SubjectKind, string>> = {
  attempt: 'Attempts, failed ones too',
  page: 'Wiki pages',
  person: 'People to ask',
};

export default async function TriedPage({ searchParams }: Props) {
  const context = await requestContext();
  const { problem } = problemInput.parse(await searchParams);
  const groups = await findTried(context, problem);

  return (
    <>
      <PageHeader
        title="Has anyone tried…?"
        lead="Tell a problem in your own words; the guild’s record answers with what is close to it."
      />
      <div className="mb-10">
        <TriedForm problem={problem} />
      </div>
      {groups.map(({ kind, hits }) => (
        <Section key={kind} title={titles[kind] ?? kindLabelPlural(kind)}>
          <HitList hits={hits} />
        </Section>
      ))}
      {problem && groups.length === 0 && (
        <EmptyState title="Nothing close" action={<LeaveQuestion problem={problem} />}>
          Nobody has written anything down here that is near to this. You may be the first to try.
          Leave the question for those who tend the wiki, or{' '}
          <Link href="/meetups" className="link">
            bring it to a meetup
          </Link>
          .
        </EmptyState>
      )}
      {groups.length > 0 && (
        <Section title="None of these?">
          <LeaveQuestion problem={problem} />
        </Section>
      )}
    </>
  );
}

function LeaveQuestion({ problem }: { problem: string }) {
  return (
    <ActionForm
      action={leaveQuestionAction}
      doneMessage="Left for those who tend the wiki, without your name."
    >
      <input type="hidden" name="problem" value={problem} />
      <SubmitButton>Leave this question</SubmitButton>
    </ActionForm>
  );
}
