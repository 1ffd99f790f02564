import { dayOf } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

type Wording = {
  markdown: string | null;
  writtenAt: Date;
  by: { name: string; handle: string } | null;
};

/** Who worded a template, and when; without a link where it stands in something to press. */
export function LastWorded({
  wording,
  now,
  isLinked = true,
}: {
  wording: Wording | null;
  now: Date;
  isLinked?: boolean;
}) {
  if (!wording) return <>As the portal brings it</>;
  const { markdown, writtenAt, by } = wording;
  return (
    <>
      {markdown === null ? 'Put back to what the portal brings' : 'Worded'}{' '}
      <Day day={dayOf(writtenAt)} today={dayOf(now)} />
      {by && (
        <>
          {' by '}
          {isLinked ? (
            <Link href={`/people/${by.handle}`} className="link">
              {by.name}
            </Link>
          ) : (
            by.name
          )}
        </>
      )}
    </>
  );
}
