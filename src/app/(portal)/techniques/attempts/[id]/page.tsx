import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { requestContext } from '@/features/identity/queries';
import { type AttemptDetails, getAttempt } from '@/features/techniques/attempts/queries';
import { outcomeNames } from '@/features/techniques/attempts/ui/words';
import { PersonLink, SquadLink } from '@/features/techniques/ui/squad-link';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';

const loadAttempt = cache(async (id: string) => getAttempt(await requestContext(), id));

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAttempt((await params).id))?.title ?? 'Attempt' };
}

export default async function AttemptPage({ params }: Props) {
  const attempt = await loadAttempt((await params).id);
  if (!attempt) notFound();
  return (
    <>
      <PageHeader
        title={attempt.title}
        crumbs={[
          { href: '/techniques', label: 'Techniques' },
          { href: '/techniques/attempts', label: 'What was tried' },
        ]}
        kicker={<Whose attempt={attempt} />}
        actions={
          attempt.canEdit && (
            <ButtonLink href={`/techniques/attempts/${attempt.id}/edit`} data-shortcut="e">
              Edit
            </ButtonLink>
          )
        }
      />
      <article className="prose">
        <p>
          <Badge>{outcomeNames[attempt.outcome]}</Badge>
        </p>
        <Told title="What we expected">{attempt.hypothesis}</Told>
        <Told title="How we tried it">{attempt.setUp}</Told>
        <Told title="Why it came out so">{attempt.why}</Told>
        <Told title="When it may still work">{attempt.mayWorkWhen}</Told>
      </article>
      {attempt.technique && (
        <p className="mt-8">
          Part of the technique{' '}
          <Link href={`/techniques/${attempt.technique.slug}`} className="link">
            {attempt.technique.title}
          </Link>
          .
        </p>
      )}
    </>
  );
}

function Whose({ attempt }: { attempt: AttemptDetails }) {
  return (
    <>
      An attempt of <SquadLink squad={attempt.squad} />, ended <Day day={attempt.endedOn} />
      {attempt.author && !attempt.isAnonymous && (
        <>
          , written down by <PersonLink person={attempt.author} />
        </>
      )}
      {attempt.isMine && attempt.isAnonymous && ', written down by you (only you see this)'}
    </>
  );
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className="whitespace-pre-line">{children}</p>
    </section>
  );
}
