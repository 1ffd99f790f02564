import { cache } from 'react';
import { requestContext } from '@/features/identity/queries';
import { getMeetup } from '@/features/meetups/dates/queries';

/** One read for a page and its title. */
export const loadMeetup = cache(async (id: string) => getMeetup(await requestContext(), id));
