import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { retireTechniqueAction, reviveTechniqueAction } from '@/features/techniques/actions';
import { getTechnique, type TechniqueDetails } from '@/features/techniques/queries';
import { relateTechniqueAction } from '@/features/techniques/relations/actions';
import { relationKinds } from '@/features/techniques/relations/circles';
import { listRelated } from '@/features/techniques/relations/queries';
import {
  RelatedTechniques,
  relationWords,
} from '@/features/techniques/relations/ui/related-techniques';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Relations and end of a technique' };

type Props = { params: Promise<{ slug: string }> };

export default async function StandingPage({ params }: Props) {
  const { slug } = await params;
  const context = await requestContext();
  const technique = await getTechnique(context, slug);
  if (!technique?.canEdit) notFound();
  const related = await listRelated(context, technique.id);
  return (
    <>
      <PageHeader
        title={`Relations and end of “${technique.title}”`}
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: `/techniques/${slug}`, label: technique.title },
        ]}
      />
      <Section
        title="Related techniques"
        note="What it grew from, and what took its place. Both techniques name each other."
      >
        {related.length > 0 && (
          <div className="mb-6">
            <RelatedTechniques techniqueId={technique.id} related={related} canRemove />
          </div>
        )}
        <Relate techniqueId={technique.id} />
      </Section>
      <Retirement technique={technique} />
    </>
  );
}

/** That this one supersedes another is for the other's squad to say, so it is not offered. */
const kinds = [
  ...relationKinds
    .filter((kind) => kind !== 'SUPERSEDES')
    .map((kind) => ({ value: kind as string, label: relationWords[kind][0] })),
  { value: 'SUPERSEDED_BY', label: relationWords.SUPERSEDES[1] },
];

function Relate({ techniqueId }: { techniqueId: string }) {
  return (
    <ActionForm action={relateTechniqueAction} className="max-w-[46rem]" doneMessage="Recorded.">
      <input type="hidden" name="techniqueId" value={techniqueId} />
      <div className="grid gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <Select name="kind" label="This technique" options={kinds} />
        <Field
          name="other"
          label="The other technique’s address"
          hint="Copied from its page."
          required
          autoComplete="off"
        />
      </div>
      <TextArea name="note" label="In which way" rows={2} />
      <SubmitButton look="secondary">Record this relation</SubmitButton>
    </ActionForm>
  );
}

function Retirement({ technique }: { technique: TechniqueDetails }) {
  if (technique.retired) {
    return (
      <Section title="Retired" note={technique.retired.reason}>
        <ActionForm action={reviveTechniqueAction}>
          <input type="hidden" name="techniqueId" value={technique.id} />
          <SubmitButton look="secondary">Take the retirement back</SubmitButton>
        </ActionForm>
      </Section>
    );
  }
  return (
    <Section
      title="Retire it"
      note="Your squad no longer stands for it. It stays readable, and squads that run it may go on."
    >
      <ActionForm action={retireTechniqueAction} className="max-w-[46rem]">
        <input type="hidden" name="techniqueId" value={technique.id} />
        <TextArea name="reason" label="Why" rows={2} required />
        <SubmitButton look="secondary">Retire this technique</SubmitButton>
      </ActionForm>
    </Section>
  );
}
