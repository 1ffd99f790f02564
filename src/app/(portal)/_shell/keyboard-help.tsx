'use client';

import { Dialog } from 'radix-ui';
import { places } from './places';

const keys = [
  { keys: ['/', 'Ctrl K'], does: 'Search everything' },
  ...places.map(({ key, label }) => ({ keys: [`g ${key}`], does: `Go to ${label}` })),
  { keys: ['e'], does: 'Edit this page' },
  { keys: ['?'], does: 'Show this help' },
  { keys: ['Esc'], does: 'Close' },
];

/** What the keys do. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed left-1/2 top-[10vh] z-50 max-h-[80vh] w-[min(30rem,92vw)] -translate-x-1/2 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-xl"
        >
          <Dialog.Title className="mb-3 text-xl">Keyboard</Dialog.Title>
          <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
            {keys.map(({ keys: names, does }) => (
              <div key={does} className="contents">
                <dt className="flex gap-1.5">
                  {names.map((name) => (
                    <kbd
                      key={name}
                      className="rounded border border-line-strong px-1.5 font-mono text-xs leading-5"
                    >
                      {name}
                    </kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className="mt-5 rounded-md border border-line-strong px-3 py-1 text-sm hover:bg-sunken">
            Close
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
