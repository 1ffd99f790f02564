import type { AwaitedWord } from '@/features/techniques/propagation/squads/queries';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';
import { TodayItem } from './today-item';

const ways: Record<AwaitedWord['how'], string> = {
  WAS_THERE: 'Somebody of your squad was there',
  CARRIED_ON: 'A squad yours came from has it in use',
  PRESENTED: 'Presented at a meetup',
};

export function WordAwaited({ awaited, today }: { awaited: AwaitedWord[]; today: Date }) {
  return (
    <Section
      title="Reached your squad"
      note="One click tells the squad that offered it where yours stands. “Not for us” is a good answer too."
    >
      {awaited.length === 0 ? (
        <EmptyState
          title="Your squad has had its say on everything that reached it"
          action={<ButtonLink href="/techniques">Browse techniques</ButtonLink>}
        >
          When a technique is presented or somebody of your squad hears of one, it waits here for a
          word.
        </EmptyState>
      ) : (
        <ul>
          {awaited.map(({ id, slug, title, summary, originSquadName, reachedOn, how }) => (
            <TodayItem
              key={id}
              title={
                <Link href={`/techniques/${slug}`} className="link">
                  {title}
                </Link>
              }
              actions={
                <ButtonLink size="small" href={`/techniques/${slug}#say`}>
                  Say where we stand
                </ButtonLink>
              }
            >
              <p>{summary}</p>
              <p className="text-sm">
                From {originSquadName} · {ways[how]} · <Day day={reachedOn} today={today} />
              </p>
            </TodayItem>
          ))}
        </ul>
      )}
    </Section>
  );
}
