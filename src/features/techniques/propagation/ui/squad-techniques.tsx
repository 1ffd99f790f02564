import type { ReactNode } from 'react';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { AwaitedWord, SquadTechniques as Known, KnownTechnique } from '../squads/queries';
import { standings } from './words';

type Props = {
  squadName: string;
  techniques: Known;
  /** What reached the squad and awaits a word; left out on a past day. */
  awaited?: AwaitedWord[];
  today: Date;
};

/** What a squad knows, what it is trying, and what reached it and awaits a word. */
export function SquadTechniques({ squadName, techniques, awaited = [], today }: Props) {
  const { knows, tries, leftBehind } = techniques;
  const isEmpty = [knows, tries, leftBehind, awaited].every(({ length }) => length === 0);
  if (isEmpty) {
    return (
      <EmptyState
        title={`${squadName} has not written anything down yet`}
        action={<ButtonLink href="/techniques">See what others know</ButtonLink>}
      >
        What a squad solved, what it is trying and what it decided against stands here, so that the
        next one need not begin from nothing.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <Group title="Knows" items={knows}>
        {(technique) =>
          technique.isOrigin ? 'began it' : `from ${technique.originSquadName}, in production since`
        }
      </Group>
      <Group title="Is trying or looking at" items={tries}>
        {({ state, originSquadName }) =>
          `from ${originSquadName}; ${state ? standings[state].toLowerCase() : ''} since`
        }
      </Group>
      <Group title="Decided against, or left behind" items={leftBehind}>
        {({ state, originSquadName }) =>
          `from ${originSquadName}; ${state ? standings[state].toLowerCase() : ''} since`
        }
      </Group>
      {awaited.length > 0 && (
        <section>
          <h3 className="mb-2">Reached the squad, awaits a word</h3>
          <AwaitedWords words={awaited} today={today} />
        </section>
      )}
    </div>
  );
}

type GroupProps = {
  title: string;
  items: KnownTechnique[];
  children: (technique: KnownTechnique) => ReactNode;
};

function Group({ title, items, children }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2">{title}</h3>
      <ul className="space-y-2.5">
        {items.map((technique) => (
          <li key={technique.id}>
            <Link href={`/techniques/${technique.slug}`} className="link font-medium">
              {technique.title}
            </Link>
            <span className="block text-sm text-muted">
              {children(technique)} <Day day={technique.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const hows: Record<AwaitedWord['how'], string> = {
  WAS_THERE: 'somebody of yours was there',
  CARRIED_ON: 'the squad you came from had it',
  PRESENTED: 'presented elsewhere',
};

/** Techniques on which a squad has not said anything yet, each one click away from a word. */
export function AwaitedWords({ words, today }: { words: AwaitedWord[]; today: Date }) {
  return (
    <ul className="space-y-2.5">
      {words.map((word) => (
        <li key={word.id}>
          <Link href={`/techniques/${word.slug}#your-squad`} className="link font-medium">
            {word.title}
          </Link>
          <span className="block text-sm text-muted">
            {word.originSquadName} · {hows[word.how]}, <Day day={word.reachedOn} today={today} />
          </span>
        </li>
      ))}
    </ul>
  );
}
