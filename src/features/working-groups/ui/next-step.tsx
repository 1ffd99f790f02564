import { Section } from '@/ui/section';
import { stateAhead } from '../charter';
import type { GroupView } from '../group/queries';
import { groupStateNames } from '../names';
import { Conditions } from './conditions';

/** What the step ahead needs, for everybody to see, and what is worth a second look. */
export function NextStep({ group }: { group: GroupView }) {
  const ahead = group.moves.find(({ to }) => to === stateAhead(group.state));
  if (!ahead) return null;
  return (
    <Section title={`Before it is ${groupStateNames[ahead.to].toLowerCase()}`}>
      <Conditions conditions={ahead.conditions} />
      {group.remarks.map((remark) => (
        <p key={remark} className="mt-3 rounded-md bg-notice px-3 py-2 text-sm text-notice-ink">
          {remark}
        </p>
      ))}
    </Section>
  );
}
