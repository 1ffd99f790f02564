import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { FormAlert } from '@/ui/form/form-alert';
import { PAGE_KINDS } from '../../kinds';
import { IMPORT_FORMATS } from '../formats';

const REFUSALS: Record<string, string> = {
  none: 'Choose a ZIP file.',
  'too-large': 'This file is larger than 1 GB. Import it in parts.',
};

const CONTROL = 'block w-full rounded-md border border-line-strong bg-raised px-3 py-2';

/** Sends an archive to be compared; nothing changes yet. */
export function SendForm({
  spaces,
  refused,
}: {
  spaces: { slug: string; name: string }[];
  refused: string | undefined;
}) {
  const refusal = refused && REFUSALS[refused];
  return (
    <form
      action="/api/wiki-imports"
      method="post"
      encType="multipart/form-data"
      className="max-w-xl space-y-4"
    >
      <FormAlert>{refusal}</FormAlert>
      <Choice name="spaceSlug" label="Into which space">
        {spaces.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="format" label="What it is">
        {IMPORT_FORMATS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice name="kind" label="Kind of pages that do not say theirs" initial="HOW_TO">
        {PAGE_KINDS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <div>
        <label htmlFor="archive" className="mb-1 block text-sm font-medium">
          ZIP file
        </label>
        <input
          id="archive"
          name="archive"
          type="file"
          accept=".zip,application/zip"
          required
          aria-describedby="archive-hint"
          className="block w-full text-sm"
        />
        <p id="archive-hint" className="mt-1 text-sm text-muted">
          At most 1 GB. Nothing changes before you have seen what it would do.
        </p>
      </div>
      <Button type="submit">Compare with the space</Button>
    </form>
  );
}

function Choice({
  name,
  label,
  initial,
  children,
}: {
  name: string;
  label: string;
  initial?: string;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <select id={name} name={name} defaultValue={initial} className={CONTROL}>
        {children}
      </select>
    </div>
  );
}
