'use client';

import './globals.css';

export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Guildhall could not be shown</title>
        <main className="mx-auto max-w-xl px-6 py-24" role="alert">
          <h1 className="mb-2">Guildhall could not be shown</h1>
          <p className="mb-5 text-muted">
            Something failed on our side; nothing you have saved is lost.
          </p>
          <button
            type="button"
            onClick={reset}
            className="rounded-md border border-line-strong px-4 py-2"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
