import type { AsOf } from '../as-of';
import { isLeading } from '../memberships/membership-period';
import type { UnitMember } from '../unit-page/queries';
import { PersonName } from './names';

/** "Led by Ada and Bram", or that nobody does. */
export function LeadsLine({ leading, asOf }: { leading: readonly UnitMember[]; asOf: AsOf }) {
  const leads = leading.filter(({ roles }) => roles.some((role) => isLeading({ role })));
  const stewards = leading.filter((person) => !leads.includes(person));
  if (leads.length === 0 && stewards.length === 0) {
    return <p className="text-muted">No lead is recorded.</p>;
  }
  return (
    <p>
      {leads.length > 0 && <Names verb="Led by" people={leads} asOf={asOf} />}
      {leads.length > 0 && stewards.length > 0 && '; '}
      {stewards.length > 0 && (
        <Names verb={leads.length > 0 ? 'stewards' : 'Stewards'} people={stewards} asOf={asOf} />
      )}
      .
    </p>
  );
}

function Names({
  verb,
  people,
  asOf,
}: {
  verb: string;
  people: readonly UnitMember[];
  asOf: AsOf;
}) {
  return (
    <>
      {verb}{' '}
      {people.map((person, index) => (
        <span key={person.id}>
          {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
          <PersonName person={person} asOf={asOf} />
        </span>
      ))}
    </>
  );
}
