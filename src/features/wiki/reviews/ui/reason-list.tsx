import { Link } from '@/ui/link';
import type { PageReview, ReviewReason, ReviewReasonKind } from '../read-review';

/** What happened, around the name of whom or what it happened to. */
const sentences: Record<ReviewReasonKind, [before: string, after: string]> = {
  STEWARD_LEFT: ['Its steward ', ' has left.'],
  STEWARD_MOVED: ['Its steward ', ' has moved on to another squad or unit.'],
  LINKED_PAGE_OBSOLETE: ['It links to ', ', which is obsolete.'],
  TECHNIQUE_OVER: ['It relies on the technique ', ', which was retired or replaced.'],
  EVIDENCE_RETRACTED: ['It relies on ', ', of which a result was taken back.'],
  DELIVERABLE_DEPRECATED: ['It relies on ', ', which is deprecated.'],
};

const READERS_IN_DOUBT = 2;

/** Why a page is to be looked at before its time. */
export function ReasonList({
  review,
}: {
  review: Pick<PageReview, 'reasons' | 'reports' | 'verdict'>;
}) {
  const { reasons, reports, verdict } = review;
  const isDoubted = verdict?.outcome === 'OUTDATED';
  if (reasons.length === 0 && reports < READERS_IN_DOUBT && !isDoubted) return null;
  return (
    <ul>
      {isDoubted && (
        <li>
          {verdict.by.name} says that it needs work: “{verdict.note}”
        </li>
      )}
      {reports >= READERS_IN_DOUBT && <li>{reports} readers say that it did not work for them.</li>}
      {reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.about} ${reason.address}`}>
          <Reason {...reason} />
        </li>
      ))}
    </ul>
  );
}

function Reason({ kind, about, address }: ReviewReason) {
  const [before, after] = sentences[kind];
  return (
    <>
      {before}
      {address ? (
        <Link href={address} className="link">
          {about}
        </Link>
      ) : (
        about
      )}
      {after}
    </>
  );
}
