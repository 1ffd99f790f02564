import { liveRefusals } from '../protocol';
import type { LiveState } from './live-session';

const places = {
  server:
    'Everything typed is stored on the server. Readers see it once it is saved as a revision.',
  'on-its-way': 'Storing what was typed …',
  browser:
    'Not connected. What you type is kept in this browser, and comes together with the others’ text when the connection is back.',
  tab: 'Not connected, and this browser keeps nothing. Leave this page open until the connection is back.',
} as const;

/** Where the text is, who else writes in it, and what came into it from elsewhere. */
export function LiveStatus({ state, id }: { state: LiveState; id: string }) {
  const { kept, refusal, people, merged } = state;
  return (
    <div className="mb-4 mt-1.5 text-sm text-muted">
      {refusal ? (
        <p id={id} role="alert" className="text-danger">
          {liveRefusals[refusal]} What you typed stays in this browser; copy it from here if you
          need it elsewhere.
        </p>
      ) : (
        <p id={id} role="status" data-kept={kept}>
          {places[kept]}
        </p>
      )}
      {merged?.changedText && (
        <p role="status">
          Revision {merged.number}
          {merged.by && `, saved by ${merged.by},`} was brought into this text.
          {merged.conflicts > 0 &&
            ' Some words had been changed in both: both are kept between <<<<<<< and >>>>>>>. Keep what you want of them.'}
        </p>
      )}
      {people.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-3">
          <span>Also writing here:</span>
          {people.map(({ name, color }) => (
            <span key={name} className="inline-flex items-center gap-1.5 text-ink">
              <span aria-hidden className="size-2.5 rounded-full" style={{ background: color }} />
              {name}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
