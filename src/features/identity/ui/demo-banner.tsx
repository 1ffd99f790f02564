import { isDemoOn } from '../demo/queries';

/** Says on every page that this is the demo guild and that nothing here is guarded; absent otherwise. */
export function DemoBanner() {
  if (!isDemoOn()) return null;
  return (
    <section
      aria-label="About this portal"
      className="no-print bg-notice px-4 py-1.5 text-center text-sm text-notice-ink"
    >
      Demo guild: the people are invented, and anyone can sign in as any of them.
    </section>
  );
}
