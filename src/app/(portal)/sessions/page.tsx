import type { Metadata } from 'next';
import { closeOtherSessionsAction, closeSessionAction } from '@/features/identity/actions';
import { ownSessionToken, requestContext } from '@/features/identity/queries';
import { listOwnSessions, type OwnSession } from '@/features/identity/sessions/queries';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Instant } from '@/ui/time';

export const metadata: Metadata = { title: 'Where you are signed in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SessionsPage({ searchParams }: Props) {
  const context = await requestContext();
  const { actor } = context;
  const sessions = await listOwnSessions(context, await ownSessionToken());
  const { ended } = await searchParams;
  return (
    <div className="max-w-2xl">
      <PageHeader
        crumbs={[{ href: `/people/${actor.handle}`, label: actor.name }]}
        title="Where you are signed in"
        lead="Each line is one browser. A sign-in lasts thirty days."
      />
      {ended && <Notice>Signed out there.</Notice>}
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
        <p className="text-sm text-muted">
          Since <Instant at={openedAt} timeZone={timeZone} />
        </p>
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
