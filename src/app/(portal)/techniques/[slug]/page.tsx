import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requestContext } from '@/features/identity/queries';
import { getTechnique } from '@/features/techniques/queries';
import { TechniqueFacts } from '@/features/techniques/ui/technique-facts';
import { WriteUpArticle } from '@/features/techniques/ui/write-up-article';
import { dayInZone, dayOf } from '@/foundation/days';
import { readTechniqueAddress } from './address';
import { Contents } from './contents';
import { Ledger } from './ledger';
import { OwnSquads } from './own-squads';
import { readAround } from './read-around';
import { TechniqueHead } from './technique-head';

const loadTechnique = cache(async (slug: string, version?: number) =>
  getTechnique(await requestContext(), slug, version),
);

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { version } = readTechniqueAddress(await searchParams);
  const technique = await loadTechnique((await params).slug, version);
  return { title: technique?.title ?? 'Technique' };
}

export default async function TechniquePage({ params, searchParams }: Props) {
  const context = await requestContext();
  const address = readTechniqueAddress(await searchParams);
  const technique = await loadTechnique((await params).slug, address.version);
  if (!technique) notFound();
  const known = await readAround(context, technique);
  const today = dayInZone(context.now, context.actor.timeZone);
  const firstPresented = known.presentations[0];
  return (
    <>
      <TechniqueHead
        technique={technique}
        adoptions={known.adoptions}
        related={known.related}
        address={address}
      />
      <OwnSquads technique={technique} known={known} today={today} address={address} />
      <div className="mt-8 gap-12 xl:grid xl:grid-cols-[minmax(0,1fr)_16rem]">
        <aside className="mb-8 xl:sticky xl:top-20 xl:order-2 xl:mb-0 xl:self-start">
          <TechniqueFacts
            technique={technique}
            firstPresentedOn={firstPresented ? dayOf(firstPresented.at) : null}
          />
          <Contents technique={technique} known={known} />
        </aside>
        <div className="min-w-0">
          <WriteUpArticle version={technique.version} />
          <Ledger technique={technique} known={known} today={today} showsAll={address.isWhole} />
        </div>
      </div>
    </>
  );
}
