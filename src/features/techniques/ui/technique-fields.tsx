import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';
import { TextArea } from '@/ui/form/text-area';
import type { TechniqueDetails } from '../queries';
import { type SeedSection, saysNoneFound } from '../readiness';
import { SUMMARY_MAX, TITLE_MAX } from '../schema';

type Props = { technique?: TechniqueDetails; today: string };

/** What a write-up says, for a new one and for a new version. */
export function TechniqueFields({ technique, today }: Props) {
  const version = technique?.version;
  return (
    <>
      <Field
        name="title"
        label="Title"
        hint="Name the thing: what a colleague would call it in a corridor."
        required
        maxLength={TITLE_MAX}
        defaultValue={technique?.title}
      />
      <TextArea
        name="summary"
        label="In a sentence or two"
        hint="What stands in lists."
        rows={2}
        maxLength={SUMMARY_MAX}
        defaultValue={technique?.summary}
      />
      <Field
        name="originOn"
        label="Solved on"
        hint="The day on which your squad had it."
        type="date"
        required
        max={today}
        defaultValue={technique?.originOn.toISOString().slice(0, 10)}
      />
      <TextArea
        name="problem"
        label="The problem"
        hint="As somebody would meet it who has never heard of the solution."
        rows={6}
        required
        defaultValue={version?.problem}
      />
      <TextArea
        name="context"
        label="Where you stood"
        hint="Size, data, people, what was there already. So that others can tell whether they are like you."
        rows={5}
        defaultValue={version?.context}
      />
      <TextArea
        name="approach"
        label="What you did"
        hint="Markdown: lists, code and tables are fine."
        rows={10}
        required
        defaultValue={version?.approach}
      />
      <SeedSectionField
        name="failedApproaches"
        label="What failed"
        hint="Often the most useful part. What you tried that did not work, and why you think so."
        text={version?.failedApproaches}
      />
      <SeedSectionField
        name="dataChallenges"
        label="What the data made hard"
        hint="Late, missing, biased, mislabelled, expensive to get."
        text={version?.dataChallenges}
      />
      <SeedSectionField
        name="evaluationMethod"
        label="How it was evaluated"
        hint="Offline and online, against what, on how many."
        text={version?.evaluationMethod}
      />
      <fieldset className="mt-8 border-t border-line pt-4">
        <legend className="pr-3 font-serif text-lg font-semibold">What it needs</legend>
        <TextArea name="needsData" label="Data" rows={2} defaultValue={version?.needsData} />
        <TextArea
          name="needsInfrastructure"
          label="Infrastructure"
          rows={2}
          defaultValue={version?.needsInfrastructure}
        />
        <TextArea name="needsSkill" label="Skill" rows={2} defaultValue={version?.needsSkill} />
      </fieldset>
    </>
  );
}

type SeedSectionProps = { name: SeedSection; label: string; hint: string; text?: string };

/** One of the three sections that must be answered before it is presented. */
function SeedSectionField({ name, label, hint, text = '' }: SeedSectionProps) {
  const isNone = saysNoneFound(text);
  return (
    <div className="mb-6">
      <TextArea name={name} label={label} hint={hint} rows={5} defaultValue={isNone ? '' : text} />
      <div className="-mt-2">
        <Checkbox name={`${name}None`} label="We looked and found none" defaultChecked={isNone} />
      </div>
    </div>
  );
}
