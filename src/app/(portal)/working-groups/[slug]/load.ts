import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { requestContext } from '@/features/identity/queries';
import { getGroup } from '@/features/working-groups/group/queries';

/** One read for a page and its title. */
export const loadGroup = cache(async (slug: string) => getGroup(await requestContext(), slug));

/** For the pages on which a group is changed: whoever may not is shown the group itself. */
export async function loadGroupToRun(slug: string) {
  const group = await loadGroup(slug);
  if (!group) notFound();
  if (!group.canRun) redirect(`/working-groups/${slug}`);
  return group;
}

export const crumbsTo = ({ slug, name }: { slug: string; name: string }) => [
  { href: '/working-groups', label: 'Working groups' },
  { href: `/working-groups/${slug}`, label: name },
];
