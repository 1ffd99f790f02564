import { Missing } from './missing';

/** Where there is no shell around it. */
export default function NotFoundOutside() {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <Missing />
    </main>
  );
}
