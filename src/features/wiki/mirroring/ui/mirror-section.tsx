import { Badge } from '@/ui/badge';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Instant } from '@/ui/time';
import { beginMirrorAnewAction, switchMirrorOffAction, switchMirrorOnAction } from '../actions';
import type { Mirror } from '../queries';
import { STANDING_WORDS } from '../state';
import { ArrivalList } from './arrival-list';

const NOTE =
  'Every revision becomes a commit by its author, in the layout of the ZIP file. What somebody commits there comes back as a proposal; nothing there changes a page by itself.';

/** Whether a space flows into git, how far it is, and what those who keep it can do about it. */
export function MirrorSection({ mirror, timeZone }: { mirror: Mirror; timeZone: string }) {
  const { state, canManage } = mirror;
  if (!state && !canManage) return null;
  return (
    <Section title="Git mirror" note={NOTE}>
      {state && <State mirror={mirror} state={state} timeZone={timeZone} />}
      {canManage && <Switches mirror={mirror} />}
      {mirror.arrivals && (
        <ArrivalList mirror={mirror} arrivals={mirror.arrivals} timeZone={timeZone} />
      )}
    </Section>
  );
}

function State({
  mirror: { folder, remote },
  state: { standing, place, mirroredAt, failure, nextLookAt, head },
  timeZone,
}: {
  mirror: Mirror;
  state: NonNullable<Mirror['state']>;
  timeZone: string;
}) {
  return (
    <>
      {failure && standing === 'failed' && (
        <Notice>
          <span role="status">{failure}</span> Next try:{' '}
          <Instant at={nextLookAt} timeZone={timeZone} short />. Pages are written and read as ever.
        </Notice>
      )}
      <dl className="mb-5 grid max-w-2xl gap-x-6 gap-y-1 text-[0.9375rem] sm:grid-cols-[9rem_1fr]">
        <dt className="text-muted">State</dt>
        <dd>
          <Badge
            tone={standing === 'failed' ? 'notice' : standing === 'off' ? 'neutral' : 'accent'}
          >
            {STANDING_WORDS[standing]}
          </Badge>
        </dd>
        <dt className="text-muted">Repository</dt>
        <dd className="break-all">
          {place === 'remote'
            ? (remote ?? 'no longer named by the operator')
            : `${folder}, on the server`}
        </dd>
        <dt className="text-muted">Last mirrored</dt>
        <dd>
          {mirroredAt ? <Instant at={mirroredAt} timeZone={timeZone} short /> : 'not yet'}
          {head && mirroredAt && (
            <>
              , commit <code>{head.slice(0, 7)}</code>
            </>
          )}
        </dd>
      </dl>
    </>
  );
}

function Switches({ mirror: { spaceId, state, remote, folder } }: { mirror: Mirror }) {
  if (state?.isOn) {
    return (
      <div className="flex flex-wrap gap-2">
        <ActionForm action={switchMirrorOffAction}>
          <input type="hidden" name="spaceId" value={spaceId} />
          <SubmitButton look="secondary">Switch the mirror off</SubmitButton>
        </ActionForm>
        {state.failure && (
          <ActionForm action={beginMirrorAnewAction}>
            <input type="hidden" name="spaceId" value={spaceId} />
            <SubmitButton look="secondary">Begin anew in an empty branch</SubmitButton>
          </ActionForm>
        )}
      </div>
    );
  }
  return (
    <ActionForm action={switchMirrorOnAction}>
      <input type="hidden" name="spaceId" value={spaceId} />
      <p className="mb-3 max-w-[65ch] text-sm text-muted">
        {remote ? (
          <>
            The operator has set <span className="break-all">{remote}</span> aside for this space.
            Names and e-mail addresses of authors go there with the commits.
          </>
        ) : (
          `It becomes ${folder} in the server’s folder of mirrors, from where the operator can hand it on. Names and e-mail addresses of authors are in its commits.`
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {remote && (
          <SubmitButton name="place" value="remote">
            Push this space there
          </SubmitButton>
        )}
        <SubmitButton name="place" value="disk" look={remote ? 'secondary' : 'primary'}>
          Mirror to the server’s disk
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
