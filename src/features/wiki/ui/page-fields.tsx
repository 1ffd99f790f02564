'use client';

import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { PAGE_KINDS } from '../kinds';

/** Where a new page is to lie. */
export function PathField({ initial }: { initial: string }) {
  return (
    <Field
      name="path"
      label="Address within the space"
      hint="Folders are separated by slashes, as in evaluation/interleaving. Left empty, it is made of the title."
      defaultValue={initial}
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

type KeepingFieldsProps = {
  /** A new page is asked for its kind further up, beside what such a page should tell. */
  withKind: boolean;
  initial: { kind: string; ownerUnitId: string; stewardHandles: string };
  units: { id: string; name: string }[];
  stewards: { handle: string; name: string }[];
};

/** What a page is for, and who keeps it. */
export function KeepingFields({ initial, withKind, units, stewards }: KeepingFieldsProps) {
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {withKind && (
          <Select name="kind" label="Kind" options={PAGE_KINDS} defaultValue={initial.kind} />
        )}
        <Select
          name="ownerUnitId"
          label="Kept by"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Those who own the space"
          defaultValue={initial.ownerUnitId}
        />
      </div>
      <Field
        name="stewardHandles"
        label="Stewards"
        hint="The handles of those who look after this page, with a space between two. It may stay empty."
        defaultValue={initial.stewardHandles}
        list="stewards"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="stewards">
        {stewards.map(({ handle, name }) => (
          <option key={handle} value={handle}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
