import type { MyGroup } from '@/features/working-groups/queries';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';
import { TodayItem } from './today-item';

export function MyWorkingGroups({ groups, today }: { groups: MyGroup[]; today: Date }) {
  if (groups.length === 0) return null;
  return (
    <Section title="Your working groups">
      <ul>
        {groups.map(({ id, slug, name, nextDeliverable }) => (
          <TodayItem
            key={id}
            title={
              <Link href={`/working-groups/${slug}`} className="link">
                {name}
              </Link>
            }
          >
            {nextDeliverable ? (
              <p>
                Next: {nextDeliverable.title}, {nextDeliverable.isOverdue ? 'was due' : 'due'}{' '}
                <Day day={nextDeliverable.dueOn} today={today} />
              </p>
            ) : (
              <p>Everything has been handed over.</p>
            )}
          </TodayItem>
        ))}
      </ul>
    </Section>
  );
}
