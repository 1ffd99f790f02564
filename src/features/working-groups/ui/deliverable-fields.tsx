import { formatDay } from '@/foundation/days';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { TextArea } from '@/ui/form/text-area';
import type { DeliverableView } from '../deliverables/queries';
import { deliverableKindNames, deliverableKinds } from '../names';

const kinds = deliverableKinds.map((value) => ({ value, label: deliverableKindNames[value] }));

/** What is said about a deliverable, and who looks after it. */
export function DeliverableFields({ deliverable }: { deliverable?: DeliverableView }) {
  return (
    <>
      <Field
        name="title"
        label="Title"
        required
        maxLength={140}
        defaultValue={deliverable?.title}
      />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <Select
          name="kind"
          label="Kind"
          options={kinds}
          defaultValue={deliverable?.kind ?? 'GUIDELINE'}
        />
        <Field
          name="version"
          label="Version"
          required
          maxLength={20}
          defaultValue={deliverable?.version ?? '0.1'}
        />
        <Field
          name="dueOn"
          label="Due"
          type="date"
          required
          defaultValue={deliverable && formatDay(deliverable.dueOn)}
        />
      </div>
      <TextArea
        name="description"
        label="What it is"
        rows={4}
        defaultValue={deliverable?.description}
      />
      <Field
        name="url"
        label="Where it is"
        hint="A page of this wiki such as /wiki/guild/drift, or a link that begins with https://."
        defaultValue={deliverable?.url ?? ''}
      />
      <Field
        name="ownerSquad"
        label="Squad that looks after it"
        hint="By name. Needed before the group closes."
        autoComplete="off"
        defaultValue={deliverable?.ownerSquadSlug ?? ''}
      />
    </>
  );
}
