import { Button } from '@/ui/button';

type BedChoiceProps = {
  beds: readonly { slug: string; name: string }[];
  chosen: string | undefined;
  report: string;
};

/** Chooses the space that a report is about; an address that can be passed on. */
export function BedChoice({ beds, chosen, report }: BedChoiceProps) {
  return (
    <form action="/wiki-gardening" className="no-print mb-6 flex flex-wrap items-end gap-2 text-sm">
      <input type="hidden" name="report" value={report} />
      <label className="min-w-0">
        <span className="mb-1 block font-medium">Space</span>
        <select
          name="space"
          defaultValue={chosen ?? ''}
          className="max-w-full rounded-md border border-line-strong bg-raised px-3 py-1.5"
        >
          <option value="">All spaces</option>
          {beds.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Show</Button>
    </form>
  );
}
