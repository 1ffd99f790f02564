import type {
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';

type DirectoryHit = { kind: string; key: string; name: string; note: string };

/** People, as `@` is typed. */
export const people: CompletionSource = async (context) => {
  const typed = context.matchBefore(/(?:^|[\s(])@[\p{L}\p{N}-]{2,}$/u);
  if (!typed) return null;
  const from = typed.from + typed.text.indexOf('@') + 1;
  const q = context.state.sliceDoc(from, context.pos);
  const hits = await ask<{ hits: DirectoryHit[] }>(
    context,
    `/api/directory?only=PERSON&q=${encodeURIComponent(q)}`,
  );
  return options(
    from,
    hits?.hits.map(({ key, name, note }) => ({ label: key, displayLabel: name, detail: note })),
  );
};

type PageHit = { href: string; title: string; spaceName: string };

/** Pages, as `[[` is typed; they stand in the text as links that any Markdown reader follows. */
export const pages: CompletionSource = async (context) => {
  const typed = context.matchBefore(/\[\[[^[\]\n]{2,}$/u);
  if (!typed) return null;
  const q = typed.text.slice(2);
  const hits = await ask<{ pages: PageHit[] }>(
    context,
    `/api/wiki/completions?q=${encodeURIComponent(q)}`,
  );
  return options(
    typed.from,
    hits?.pages.map(({ href, title, spaceName }) => ({
      label: title,
      detail: spaceName,
      apply: `[${title.replaceAll(']', '\\]')}](${href})`,
    })),
  );
};

const options = (from: number, found: CompletionResult['options'] | undefined) =>
  found && found.length > 0 ? { from, options: found, filter: false } : null;

async function ask<Answer>(context: CompletionContext, address: string): Promise<Answer | null> {
  const ending = new AbortController();
  context.addEventListener('abort', () => ending.abort());
  try {
    const answer = await fetch(address, { signal: ending.signal });
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null;
  }
}
