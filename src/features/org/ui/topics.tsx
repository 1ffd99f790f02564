import { Link } from '@/ui/link';
import { type AsOf, addressOn } from '../as-of';

/** Skills, each leading to everybody who has it. */
export function Skills({ skills, asOf }: { skills: readonly string[]; asOf: AsOf }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {skills.map((skill) => (
        <li key={skill}>
          <Link
            href={addressOn('/people', asOf, { skill })}
            className="block rounded-full border border-line bg-sunken px-2.5 py-0.5 text-sm hover:border-line-strong"
          >
            {skill}
          </Link>
        </li>
      ))}
    </ul>
  );
}
