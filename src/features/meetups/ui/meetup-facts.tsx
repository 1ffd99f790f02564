import { Link } from '@/ui/link';
import { UnitGlyph } from '@/ui/unit-glyph';
import type { MeetupView } from '../dates/queries';

/** Where it is, who holds it, the recording, and the dates before and after. */
export function MeetupFacts({ meetup }: { meetup: MeetupView }) {
  const { unitKind, unitSlug, unitName, location, recordingUrl, previousId, nextId } = meetup;
  return (
    <dl className="mb-10 grid gap-y-1 text-[0.9375rem] [&_dd]:mb-3 [&_dd]:break-words [&_dt]:text-sm [&_dt]:text-muted">
      <dt>Held by</dt>
      <dd className="flex items-center gap-1.5">
        <UnitGlyph kind={unitKind} />
        <Link href={`/org/${unitSlug}`} className="link">
          {unitName}
        </Link>
      </dd>
      {location && (
        <>
          <dt>Where</dt>
          <dd>
            <Place location={location} />
          </dd>
        </>
      )}
      {recordingUrl && (
        <>
          <dt>Recording</dt>
          <dd>
            <a href={recordingUrl} className="link" rel="noreferrer">
              Watch the recording
            </a>
          </dd>
        </>
      )}
      {(previousId || nextId) && (
        <>
          <dt>In this series</dt>
          <dd className="flex gap-4">
            {previousId && (
              <Link href={`/meetups/${previousId}`} className="link">
                The date before
              </Link>
            )}
            {nextId && (
              <Link href={`/meetups/${nextId}`} className="link">
                The date after
              </Link>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}

function Place({ location }: { location: string }) {
  if (!/^https?:\/\/\S+$/.test(location)) return location;
  return (
    <a href={location} className="link" rel="noreferrer">
      {new URL(location).host}
    </a>
  );
}
