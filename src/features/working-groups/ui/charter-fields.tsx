import { formatDay } from '@/foundation/days';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { TextArea } from '@/ui/form/text-area';
import { NAME_MAX, QUESTION_MAX } from '../schema';
import { WEEKS_MAX, WEEKS_MIN } from '../weeks';

type Props = {
  values?: {
    name: string;
    question: string;
    charter: string;
    exitTest: string;
    sponsorHandle: string | null;
    startsOn: Date;
    weeks: number;
  };
};

const weeks = Array.from({ length: WEEKS_MAX - WEEKS_MIN + 1 }, (_, index) => {
  const count = String(WEEKS_MIN + index);
  return { value: count, label: `${count} weeks` };
});

/** The charter of a group: one question, what is in it, how one sees that it is done, who, how long. */
export function CharterFields({ values }: Props) {
  return (
    <>
      <Field name="name" label="Name" required maxLength={NAME_MAX} defaultValue={values?.name} />
      <Field
        name="question"
        label="The question"
        hint="One question that can be answered in eight to twelve weeks."
        required
        maxLength={QUESTION_MAX}
        defaultValue={values?.question}
      />
      <TextArea
        name="charter"
        label="Charter"
        hint="What is in it and what is not, what is known, who is asked. Markdown."
        rows={8}
        defaultValue={values?.charter}
      />
      <TextArea
        name="exitTest"
        label="How one sees that it is done"
        rows={3}
        defaultValue={values?.exitTest}
      />
      <Field
        name="sponsor"
        label="Sponsor"
        hint="A name or a handle: whoever keeps the time free. May be added later."
        autoComplete="off"
        defaultValue={values?.sponsorHandle ?? ''}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name="startsOn"
          label="First day"
          type="date"
          required
          defaultValue={values && formatDay(values.startsOn)}
        />
        <Select
          name="weeks"
          label="Length"
          options={weeks}
          defaultValue={String(values?.weeks ?? 10)}
        />
      </div>
    </>
  );
}
