import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { titleOfFolder } from '@/features/wiki/shelves/tree';
import { addressIn } from '../../../wiki/address';
import { FolderView, findFolder } from '../../../wiki/folder';
import { followMove } from '../../../wiki/follow-move';

type Props = {
  params: Promise<{ space: string; path: string[] }>;
  searchParams: Promise<{ after?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOfFolder(addressIn(await params).path) };
}

/** What lies in a folder, also where a page of its own is at its address. */
export default async function FolderPage({ params, searchParams }: Props) {
  const address = addressIn(await params);
  const { after } = await searchParams;
  const folder = await findFolder(address.spaceSlug, address.path, after);
  if (!folder) await followMove(address);
  if (!folder) notFound();
  return <FolderView folder={folder} isFirst={!after} />;
}
