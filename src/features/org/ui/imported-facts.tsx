const VALUE_MAX = 300;

/** What an import brought that has no place of its own, as it was found. */
export function ImportedFacts({ attributes }: { attributes: Record<string, unknown> }) {
  const facts = Object.entries(attributes)
    .map(([key, value]) => [key, textOf(value)] as const)
    .filter(([, text]) => text !== '');
  if (facts.length === 0) return null;
  return (
    <details className="mb-10">
      <summary className="text-sm text-accent">What else the import told ({facts.length})</summary>
      <dl className="mt-3 grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[12rem_1fr]">
        {facts.map(([key, text]) => (
          <div key={key} className="contents">
            <dt className="text-muted">{labelOf(key)}</dt>
            <dd className="break-words">
              {/^https?:\/\//.test(text) ? (
                <a href={text} className="link" rel="noreferrer">
                  {text}
                </a>
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const labelOf = (key: string) =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase());

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (text === '[]' || text === '{}') return '';
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}…` : text;
}
