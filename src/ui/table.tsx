import type { ReactNode } from 'react';

/** A table that scrolls sideways on a narrow screen instead of breaking the page. */
export function Table({
  caption,
  head,
  children,
}: {
  caption: string;
  head: ReactNode[];
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className="w-full border-collapse text-[0.9375rem] [&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:pr-5 [&_td]:align-top [&_th]:border-b [&_th]:border-line-strong [&_th]:py-1.5 [&_th]:pr-5 [&_th]:text-left [&_th]:text-sm [&_th]:font-medium [&_th]:text-muted">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never change places
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
