import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { findKeeperByHandle } from '@/features/wiki/reviews/handover/queries';
import { type HandoverSearch, HandoverView } from '../handover-view';

export const metadata: Metadata = { title: 'Hand over pages' };

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<HandoverSearch> };

export default async function HandoverPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const { handle } = await params;
  if (handle === context.actor.handle) redirect('/wiki-reviews/handover');
  const person = await findKeeperByHandle(context, handle);
  if (!person) notFound();
  return <HandoverView person={person} isOwn={false} search={await searchParams} />;
}
