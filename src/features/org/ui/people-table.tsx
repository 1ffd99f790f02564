import { Table } from '@/ui/table';
import type { AsOf } from '../as-of';
import type { DirectoryPerson } from '../directory/queries';
import { PersonName, UnitName } from './names';

const SKILLS_SHOWN = 4;

/** The directory: who, where, and what they know. */
export function PeopleTable({ people, asOf }: { people: readonly DirectoryPerson[]; asOf: AsOf }) {
  return (
    <Table caption="People" head={['Name', 'Squad', 'Chapter', 'Knows about']}>
      {people.map((person) => (
        <tr key={person.id}>
          <td className="min-w-44">
            <PersonName person={person} asOf={asOf} />
            {person.headline && <span className="block text-sm text-muted">{person.headline}</span>}
          </td>
          <td>
            {person.squad && <UnitName unit={{ ...person.squad, kind: 'SQUAD' }} asOf={asOf} />}
          </td>
          <td>
            {person.chapter && (
              <UnitName unit={{ ...person.chapter, kind: 'CHAPTER' }} asOf={asOf} />
            )}
          </td>
          <td className="text-sm text-muted">{person.skills.slice(0, SKILLS_SHOWN).join(', ')}</td>
        </tr>
      ))}
    </Table>
  );
}
