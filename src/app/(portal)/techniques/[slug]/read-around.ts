import { listMeetupTitles } from '@/features/meetups/naming/queries';
import { listAttemptsOfTechnique } from '@/features/techniques/attempts/queries';
import { listEvidence } from '@/features/techniques/evidence/queries';
import { listPeopleToAsk } from '@/features/techniques/propagation/acquaintances/queries';
import {
  listAdoptions,
  listHearings,
  listMilestones,
  listOwnExposures,
} from '@/features/techniques/propagation/queries';
import type { TechniqueDetails } from '@/features/techniques/queries';
import { listRelated } from '@/features/techniques/relations/queries';
import type { Context } from '@/foundation/context';

export type Known = Awaited<ReturnType<typeof readAround>>;

/** Everything that is told around a write-up, each in one statement. */
export async function readAround(context: Context, { id }: TechniqueDetails) {
  const [milestones, hearings, adoptions, evidence, attempts, related, people, ownExposures] =
    await Promise.all([
      listMilestones(context, id),
      listHearings(context, id),
      listAdoptions(context, id),
      listEvidence(context, id),
      listAttemptsOfTechnique(context, id),
      listRelated(context, id),
      listPeopleToAsk(context, id),
      listOwnExposures(context, id),
    ]);
  const meetupIds = milestones.presentations.map(({ meetupId }) => meetupId);
  const meetups = await listMeetupTitles(context, meetupIds);
  const meetupTitles = new Map(meetups.map((meetup) => [meetup.id, meetup.title]));
  return {
    ...milestones,
    hearings,
    adoptions,
    evidence,
    attempts,
    related,
    people,
    ownExposures,
    meetupTitles,
  };
}
