import { Link } from '@/ui/link';

export function SquadLink({ squad }: { squad: { slug: string; name: string } }) {
  return (
    <Link href={`/org/${squad.slug}`} className="link">
      {squad.name}
    </Link>
  );
}

export function PersonLink({ person }: { person: { handle: string; name: string } }) {
  return (
    <Link href={`/people/${person.handle}`} className="link">
      {person.name}
    </Link>
  );
}

/** `Home, Mixes and Radio`, each of them a link. */
export function SquadLinks({ squads }: { squads: { slug: string; name: string }[] }) {
  return squads.map((squad, index) => (
    <span key={squad.slug}>
      {index > 0 && (index === squads.length - 1 ? ' and ' : ', ')}
      <SquadLink squad={squad} />
    </span>
  ));
}
