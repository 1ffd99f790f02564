import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { TextArea } from '@/ui/form/text-area';
import type { AgendaItemView, SuggestedPresenter } from '../agenda/queries';
import { agendaItemKindNames, agendaItemKinds, ITEM_MINUTES_MAX, TITLE_MAX } from '../schema';

const kinds = agendaItemKinds.map((value) => ({ value, label: agendaItemKindNames[value] }));

type Props = { item?: AgendaItemView; suggested: SuggestedPresenter[] };

/** What is said about an item of the agenda. */
export function AgendaItemFields({ item, suggested }: Props) {
  return (
    <>
      <Field name="title" label="Title" required maxLength={TITLE_MAX} defaultValue={item?.title} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select name="kind" label="Kind" options={kinds} defaultValue={item?.kind ?? 'TALK'} />
        <Field
          name="minutes"
          label="Minutes"
          type="number"
          min={1}
          max={ITEM_MINUTES_MAX}
          required
          defaultValue={item?.minutes ?? 30}
        />
        <Field
          name="presenter"
          label="Presenter"
          hint="A name or a handle; empty while nobody is found."
          list="presenters"
          autoComplete="off"
          defaultValue={item?.presenter?.handle}
        />
        <Field
          name="squad"
          label="Squad"
          hint="Empty for the presenter’s home squad."
          autoComplete="off"
          defaultValue={item?.squad?.slug}
        />
      </div>
      <TextArea
        name="summary"
        label="What it is about"
        rows={4}
        defaultValue={item?.summary}
        hint="For a problem: what was tried, and what you would like to hear."
      />
      <datalist id="presenters">
        {suggested.map(({ handle, name }) => (
          <option key={handle} value={handle} label={name} />
        ))}
      </datalist>
    </>
  );
}
