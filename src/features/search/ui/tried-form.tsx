import { Button } from '@/ui/button';
import { PROBLEM_MAX } from '../limits';

/** A box for a problem in one's own words. A plain form, so that the answer has an address. */
export function TriedForm({ problem = '' }: { problem?: string }) {
  return (
    <form action="/search/tried" className="max-w-[70ch] space-y-2">
      <label className="block">
        <span className="mb-1 block text-sm text-muted">
          Describe the problem in a few sentences: what goes wrong, on what data, what you need.
        </span>
        <textarea
          name="problem"
          rows={3}
          maxLength={PROBLEM_MAX}
          defaultValue={problem}
          required
          placeholder="New items get hardly any impressions, so the ranker never learns whether they are good."
          className="w-full rounded-md border border-line-strong bg-raised px-3 py-2"
        />
      </label>
      <Button type="submit">Look whether anyone has tried</Button>
    </form>
  );
}
