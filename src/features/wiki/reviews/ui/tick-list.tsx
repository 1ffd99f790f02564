'use client';

import { useField } from '@/ui/form/state';

/** Questions to tick, each sent in its own words; what was ticked stays when the server says no. */
export function TickList({ legend, questions }: { legend: string; questions: readonly string[] }) {
  const { value, key, error } = useField('ticks', []);
  const ticked = [value].flat();
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {questions.map((question) => (
        <label key={question} className="flex items-start gap-2.5 py-1 text-[0.9375rem]">
          <input
            key={key}
            type="checkbox"
            name="ticks[]"
            value={question}
            defaultChecked={ticked.includes(question)}
            className="mt-1 size-4 shrink-0 accent-(--accent)"
          />
          {question}
        </label>
      ))}
      {error && <p className="mt-1 text-sm text-danger">{error}</p>}
    </fieldset>
  );
}
