import type { Metadata } from 'next';
import { closeOtherSessionsAction, closeSessionAction } from '@/features/identity/actions';
import { justEndedSessions, ownSessionToken, requestContext } from '@/features/identity/queries';
import { listOwnSessions, type OwnSession } from '@/features/identity/sessions/queries';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Instant } from '@/ui/time';

export const metadata: Metadata = { title: 'Where you are signed in' };

export default async function SessionsPage() {
  const context = await requestContext();
  const { actor } = context;
  const sessions = await listOwnSessions(context, await ownSessionToken());
  const ended = await justEndedSessions();
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[{ href: `/people/${actor.handle}`, label: actor.name }]}
        title="Where you are signed in"
        lead="Each line is one browser. A sign-in lasts thirty days."
      />
      {ended !== null && (
        <Notice>
          <span role="status">{toldEnded(ended)}</span>
        </Notice>
      )}
      <ul className="mb-6">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} timeZone={actor.timeZone} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={closeOtherSessionsAction}>
          <Button type="submit" look="secondary">
            Sign out everywhere else
          </Button>
        </form>
      )}
    </div>
  );
}

function toldEnded(count: number): string {
  if (count === 0) return 'Nothing was left to sign out: that browser was signed out already.';
  return count === 1 ? 'Signed out there.' : `Signed out in ${count} browsers.`;
}

type LineProps = { session: OwnSession; timeZone: string };

function SessionLine({ session, timeZone }: LineProps) {
  const { id, browser, openedAt, isThis } = session;
  const name = browser || 'A browser that does not tell its name';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div>
        <p className="font-medium">
          {name}
          {isThis && <span className="font-normal text-muted"> · this one</span>}
        </p>
        {openedAt && (
          <p className="text-sm text-muted">
            Since <Instant at={openedAt} timeZone={timeZone} />
          </p>
        )}
      </div>
      {!isThis && (
        <form action={closeSessionAction}>
          <input type="hidden" name="sessionId" value={id} />
          <Button type="submit" size="small" aria-label={`Sign out ${name}`}>
            Sign out
          </Button>
        </form>
      )}
    </li>
  );
}
