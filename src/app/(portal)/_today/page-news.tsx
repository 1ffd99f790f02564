import type { PageNews } from '@/features/wiki/comments/queries';
import { dayOf } from '@/foundation/days';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';
import { TodayItem } from './today-item';

const WORDS_SHOWN = 160;

/** Where somebody speaks to the reader, and what happened on pages they follow. */
export function NewsOfPages({ news, today }: { news: readonly PageNews[]; today: Date }) {
  if (news.length === 0) return null;
  return (
    <Section title="From pages you follow">
      <ul>
        {news.map(({ kind, id, who, words, at, isUnread, title, href }) => (
          <TodayItem
            key={`${kind} ${id} ${at.toISOString()}`}
            title={
              <a href={href} className="link">
                {title}
              </a>
            }
          >
            <p className="break-words">
              {who ?? 'Somebody'} {did[kind]}
              {words && `: “${shortened(words)}”`} · <Day day={dayOf(at)} today={today} />
              {isUnread && ' · you have not read this yet'}
            </p>
          </TodayItem>
        ))}
      </ul>
    </Section>
  );
}

const did = { mention: 'mentions you', comment: 'commented', revision: 'edited it' };

const shortened = (words: string) =>
  words.length <= WORDS_SHOWN ? words : `${words.slice(0, WORDS_SHOWN)}…`;
