import { adapted, departed } from '@/features/techniques/propagation/ui/departures';
import type { TechniqueDetails } from '@/features/techniques/queries';
import type { Known } from './read-around';

type Props = { technique: TechniqueDetails; known: Known };

/** The parts of a long page, for whoever looks for one of them. */
export function Contents({ technique, known }: Props) {
  const parts = [
    ['problem', 'The problem', true],
    ['approach', 'What we did', true],
    ['failedApproaches', 'What failed', technique.version.failedApproaches !== ''],
    ['tried', 'What was tried', known.attempts.length > 0],
    ['evidence', 'Evidence', true],
    ['travelled', 'How it travelled', true],
    ['people', 'People to ask', known.people.length > 0],
    ['journey', 'Its journey', true],
    ['adapted', 'What others changed', adapted(known.adoptions).length > 0],
    ['departed', 'Not for everyone', departed(known.adoptions).length > 0],
    ['weeks', 'Weeks', true],
    ['related', 'Related techniques', known.related.length > 0],
  ] as const;
  return (
    <nav aria-label="On this page" className="no-print mt-8 hidden text-sm xl:block">
      <p className="mb-2 font-medium">On this page</p>
      <ul className="space-y-1.5 border-l border-line">
        {parts
          .filter(([, , isThere]) => isThere)
          .map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="block pl-3 text-muted hover:text-ink hover:underline">
                {title}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
