import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { requestContext } from '@/features/identity/queries';
import { addressOn, asOf as readAsOf } from '@/features/org/as-of';
import { getPersonPage } from '@/features/org/person-page/queries';
import { AsOfBar } from '@/features/org/ui/as-of-bar';
import { PersonHeader } from '@/features/org/ui/person-header';
import { PersonPlaces } from '@/features/org/ui/person-places';
import { Skills } from '@/features/org/ui/topics';
import { listWorkingGroupsOfPerson } from '@/features/working-groups/queries';
import { GroupList } from '@/features/working-groups/ui/group-list';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';

type Props = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageQuery = z.object({ on: z.string().optional().catch(undefined) });

/** The title and the page share one read. */
const loadPerson = cache(async (handle: string) => getPersonPage(await requestContext(), handle));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await loadPerson((await params).handle);
  return { title: person?.name ?? 'No such person' };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const ctx = await requestContext();
  const asOf = readAsOf(pageQuery.parse(await searchParams).on, ctx.now);
  const person = await loadPerson((await params).handle);
  if (!person) notFound();
  const groups = await listWorkingGroupsOfPerson(ctx, person.id);

  return (
    <>
      <AsOfBar asOf={asOf} path={`/people/${person.handle}`} />
      <PersonHeader ctx={ctx} person={person} asOf={asOf} />
      {ctx.actor.personId === person.id && (
        <p className="no-print mb-6 text-sm">
          <Link href="/sessions" className="link">
            Where you are signed in
          </Link>
        </p>
      )}
      {person.about && <p className="prose mb-8 whitespace-pre-line">{person.about}</p>}
      <div className="grid gap-x-10 sm:grid-cols-2 empty:hidden">
        {person.askMeAbout.length > 0 && (
          <Section title="Can be asked about">
            <ul className="list-disc space-y-1 pl-5">
              {person.askMeAbout.map((topic) => (
                <li key={topic}>{topic}</li>
              ))}
            </ul>
          </Section>
        )}
        {person.skills.length > 0 && (
          <Section title="Skills">
            <Skills skills={person.skills} asOf={asOf} />
          </Section>
        )}
      </div>
      <PersonPlaces ctx={ctx} person={person} asOf={asOf} />
      {asOf.tense === 'today' && groups.length > 0 && (
        <Section title="Working groups">
          <GroupList groups={groups} />
        </Section>
      )}
      <p className="no-print text-sm">
        <a href={addressOn('/org/audit', asOf, { person: person.handle })} className="link">
          Changes recorded about {person.name}
        </a>
      </p>
    </>
  );
}
