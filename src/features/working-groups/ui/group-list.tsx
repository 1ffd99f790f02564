import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { UnitGlyph } from '@/ui/unit-glyph';
import { groupStateNames } from '../names';
import type { GroupLine } from '../queries';
import { progressInWords } from '../weeks';

export function GroupList({ groups }: { groups: GroupLine[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {groups.map((group) => (
        <GroupRow key={group.id} group={group} />
      ))}
    </ul>
  );
}

function GroupRow({ group }: { group: GroupLine }) {
  const { peopleCount, squadCount, deliverableCount, handedOverCount } = group;
  return (
    <li className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex items-baseline gap-2">
          <UnitGlyph kind="WORKING_GROUP" />
          <Link href={`/working-groups/${group.slug}`} className="font-medium hover:underline">
            {group.name}
          </Link>
        </p>
        <p className="mt-0.5 max-w-[70ch]">{group.question}</p>
        <p className="mt-1 text-sm text-muted">
          {counted(peopleCount, 'person', 'people')} of {counted(squadCount, 'squad')} ·{' '}
          {handedOverCount} of {counted(deliverableCount, 'deliverable')} handed over
        </p>
      </div>
      <div className="text-sm sm:text-right">
        <Badge tone={group.state === 'ACTIVE' ? 'accent' : 'neutral'}>
          {groupStateNames[group.state]}
        </Badge>
        <p className="mt-1 text-muted">
          {group.endedOn ? <Day day={group.endedOn} /> : progressInWords(group.progress)}
        </p>
      </div>
    </li>
  );
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
