import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

type Uploaded = { files: { markdown: string }[] };

/** Files that are pasted or dropped are attached to the page, and stand in the text as links or images. */
export function pastedFiles(pageId: string, say: (message: string | null) => void): Extension {
  const take = (view: EditorView, files: FileList | undefined, at: number): boolean => {
    if (!files || files.length === 0) return false;
    void attach(view, [...files], at);
    return true;
  };

  async function attach(view: EditorView, files: File[], at: number) {
    say(files.length === 1 ? `Attaching ${files[0]?.name} …` : `Attaching ${files.length} files …`);
    const outcome = await upload(pageId, files);
    if (typeof outcome === 'string') return say(outcome);
    const insert = outcome.files.map(({ markdown }) => markdown).join('\n');
    // Others may have written meanwhile; a place beyond the end would be refused.
    const from = Math.min(at, view.state.doc.length);
    view.dispatch({
      changes: { from, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.paste',
    });
    say(null);
  }

  return EditorView.domEventHandlers({
    paste: (event, view) => {
      // A browser offers a picture of copied text beside the text; the text is meant.
      if (event.clipboardData?.types.includes('text/plain')) return false;
      return take(view, event.clipboardData?.files, view.state.selection.main.from);
    },
    drop: (event, view) => {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      const isTaken = take(view, event.dataTransfer?.files, at ?? view.state.doc.length);
      if (isTaken) event.preventDefault();
      return isTaken;
    },
  });
}

/** What was stored, or a sentence about why nothing was. */
async function upload(pageId: string, files: File[]): Promise<Uploaded | string> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const answer = await fetch(`/api/files?pageId=${encodeURIComponent(pageId)}`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: form,
  }).catch(() => null);
  if (!answer) return 'The file was not attached: the server cannot be reached.';
  const told = (await answer.json().catch(() => null)) as (Uploaded & { error?: string }) | null;
  if (answer.ok && told) return told;
  return told?.error ?? 'The file was not attached. Try again.';
}
