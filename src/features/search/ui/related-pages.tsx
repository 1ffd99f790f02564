import type { Related } from '../related/queries';

/** What is near a page in meaning. Plain links: they stand on the page that is read most. */
export function RelatedPages({ related }: { related: Related[] }) {
  if (related.length === 0) return null;
  return (
    <section aria-label="Related" className="no-print mt-10 max-w-[37.5rem]">
      <h2 className="mb-2 text-base">Related</h2>
      <ul className="text-sm">
        {related.map(({ kindLabel, title, address, isObsolete }) => (
          <li key={address} className="mb-1">
            <a href={address} className="link">
              {title}
            </a>
            <span className="text-muted">
              {kindLabel !== 'Wiki page' && `, ${kindLabel.toLowerCase()}`}
              {isObsolete && ', obsolete'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
