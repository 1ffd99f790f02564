import { Button } from '@/ui/button';
import { FormAlert } from '@/ui/form/form-alert';
import { FILE_REFUSALS, type FileRefusal } from '../kinds';
import type { FilePlace } from '../queries';

/** Sends files by a plain form; the answer is the list they are then in. */
export function FileUpload({
  place,
  megabytes,
  refused,
}: {
  place: FilePlace;
  megabytes: number;
  refused: string | undefined;
}) {
  const refusal = refused && FILE_REFUSALS[refused as FileRefusal];
  const target = place.page
    ? `pageId=${encodeURIComponent(place.page.id)}`
    : `spaceSlug=${encodeURIComponent(place.spaceSlug)}`;
  return (
    <form
      action={`/api/files?${target}`}
      method="post"
      encType="multipart/form-data"
      className="max-w-xl"
    >
      <FormAlert>{refusal}</FormAlert>
      <label htmlFor="files" className="mb-1 block text-sm font-medium">
        Files to add
      </label>
      <input
        id="files"
        name="file"
        type="file"
        multiple
        required
        aria-describedby="files-hint"
        className="block w-full text-sm"
      />
      <p id="files-hint" className="mb-4 mt-1 text-sm text-muted">
        At most 20 at once, each up to {megabytes} MB. Pictures, documents, data, notebooks; no
        programs.
      </p>
      <Button type="submit">Add these files</Button>
    </form>
  );
}
