import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { type HandoverSearch, HandoverView } from './handover-view';

export const metadata: Metadata = { title: 'Hand over my pages' };

type Props = { searchParams: Promise<HandoverSearch> };

export default async function OwnHandoverPage({ searchParams }: Props) {
  const { actor } = await requestContext();
  const person = { id: actor.personId ?? '', handle: actor.handle, name: actor.name };
  return <HandoverView person={person} isOwn search={await searchParams} />;
}
