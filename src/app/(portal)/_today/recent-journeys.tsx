import type { RecentStep } from '@/features/techniques/propagation/squads/queries';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';

const sentences: Record<RecentStep['to'], string> = {
  IDENTIFIED: 'sees a use for',
  ASSESSING: 'is assessing',
  TRIALLING: 'is trying',
  IN_PRODUCTION: 'has in production',
  SUSTAINED: 'still runs',
  PAUSED: 'paused',
  DECLINED: 'looked at and declined',
  DISCONTINUED: 'stopped using',
  SUPERSEDED: 'replaced',
};

export function RecentJourneys({ steps, today }: { steps: RecentStep[]; today: Date }) {
  if (steps.length === 0) return null;
  return (
    <Section
      title="Lately, from squad to squad"
      actions={
        <Link href="/techniques" className="link">
          All techniques
        </Link>
      }
    >
      <ul className="space-y-2 text-[0.9375rem]">
        {steps.map(({ slug, title, squadName, squadSlug, to, on }) => (
          <li key={`${slug} ${squadSlug} ${to}`}>
            <Link href={`/org/${squadSlug}`} className="link">
              {squadName}
            </Link>{' '}
            {sentences[to]}{' '}
            <Link href={`/techniques/${slug}`} className="link">
              {title}
            </Link>
            <span className="text-muted">
              {' '}
              · <Day day={on} today={today} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
