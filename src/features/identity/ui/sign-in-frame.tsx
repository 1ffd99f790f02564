import type { ReactNode } from 'react';

/** The page before one is signed in: narrow, and the same for each of its steps. */
export function SignInFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto max-w-lg px-5 pb-20 pt-10 sm:pt-20">
      <p className="mb-8 font-serif text-xl font-semibold">Guildhall</p>
      <h1>{title}</h1>
      {lead && <p className="mb-8 mt-2 text-muted">{lead}</p>}
      {children}
    </main>
  );
}
