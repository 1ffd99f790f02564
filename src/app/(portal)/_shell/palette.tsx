'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { places } from './places';

type Hit = { kind: string; kindLabel: string; title: string; subtitle: string; address: string };

const DEBOUNCE_MILLISECONDS = 120;

/** Everything that is within reach by a few typed letters: places, and what search finds. */
export function Palette({
  onClose,
  takeTypedAhead,
}: {
  onClose: () => void;
  /** What was typed before there was a field to type into. */
  takeTypedAhead: () => string;
}) {
  const router = useRouter();
  const [text, setText] = useState('');
  const { hits, state } = useHits(text);
  const [chosen, setChosen] = useState('');

  // Enter opens the best hit, also when it arrived after the keystroke.
  useEffect(() => setChosen(hits[0]?.address ?? ''), [hits]);

  // Not before: a key between this and the focus would go nowhere. Not later: a key in the field would
  // be taken for its whole text.
  function onFocus() {
    const typed = takeTypedAhead();
    if (typed) setText((text) => typed + text);
  }

  function go(address: string) {
    onClose();
    router.push(address);
  }

  const wanted = text.trim().toLowerCase();
  const matching = places.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label="Search everything"
      shouldFilter={false}
      value={chosen}
      onValueChange={setChosen}
      overlayClassName="fixed inset-0 z-40 bg-black/40"
      contentClassName="fixed left-1/2 top-[8vh] z-50 w-[min(40rem,94vw)] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-xl"
    >
      <Command.Input
        value={text}
        onFocus={onFocus}
        onValueChange={setText}
        placeholder="Has anyone here solved this?"
        className="w-full border-b border-line bg-transparent px-4 py-3 text-base outline-none placeholder:text-muted"
      />
      <Command.List className="max-h-[60vh] overflow-y-auto p-2">
        {state === 'failed' && (
          <p role="alert" className="px-3 py-2 text-sm text-danger">
            Search did not answer. Press Enter to try the search page.
          </p>
        )}
        {state === 'ready' && hits.length === 0 && (
          <p className="px-3 py-2 text-sm text-muted">Nothing close to “{text.trim()}”.</p>
        )}
        {hits.map((hit) => (
          <PaletteItem key={hit.address} value={hit.address} onSelect={() => go(hit.address)}>
            <span className="min-w-0 flex-1 truncate">{hit.title}</span>
            <span className="shrink-0 text-xs text-muted">{hit.kindLabel}</span>
          </PaletteItem>
        ))}
        {wanted && (
          <PaletteItem
            value="search-page"
            onSelect={() => go(`/search?q=${encodeURIComponent(text.trim())}`)}
          >
            <span className="text-muted">Search the portal for “{text.trim()}”</span>
          </PaletteItem>
        )}
        {matching.map(({ href, label, key }) => (
          <PaletteItem key={href} value={`place ${href}`} onSelect={() => go(href)}>
            <span className="flex-1">Go to {label}</span>
            <kbd className="font-mono text-xs text-muted">g {key}</kbd>
          </PaletteItem>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}

function PaletteItem(props: React.ComponentProps<typeof Command.Item>) {
  return (
    <Command.Item
      className="flex cursor-pointer items-center gap-3 rounded-md px-3 py-2 text-[0.9375rem] data-[selected=true]:bg-accent-soft"
      {...props}
    />
  );
}

function useHits(text: string) {
  const [hits, setHits] = useState<Hit[]>([]);
  const [state, setState] = useState<'idle' | 'ready' | 'failed'>('idle');

  useEffect(() => {
    const query = text.trim();
    if (!query) {
      setHits([]);
      setState('idle');
      return;
    }
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/search?q=${encodeURIComponent(query)}`, {
          signal: request.signal,
          redirect: 'manual',
        });
        // The session has ended: the page itself leads to signing in and back.
        if (response.type === 'opaqueredirect') return location.reload();
        if (!response.ok) throw new Error(`search answered ${response.status}`);
        setHits(((await response.json()) as { hits: Hit[] }).hits);
        setState('ready');
      } catch {
        // A newer keystroke ended this request on purpose.
        if (request.signal.aborted) return;
        setHits([]);
        setState('failed');
      }
    }, DEBOUNCE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text]);

  return { hits, state };
}
