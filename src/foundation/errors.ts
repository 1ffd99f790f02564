/** What was asked for does not exist, or the actor may not know that it does. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The actor may see it but not do this. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}

/** Somebody else changed it first, or it contradicts what is recorded. The message is for the reader. */
export class Conflict extends Error {
  override name = 'Conflict';
}

/** Refuses what a policy does not allow. */
export function authorize(allowed: boolean, refusal = 'You may not do this.'): asserts allowed {
  if (!allowed) throw new Forbidden(refusal);
}

/** The sentence a reader sees when a database constraint refuses a change. */
const CONSTRAINT_SENTENCES: Record<string, string> = {
  membership_no_overlap:
    'This person already has this role in this unit for some of that time. Reload to see what is recorded now.',
  membership_one_primary_squad:
    'This person already has a home squad for some of that time. Reload to see what is recorded now.',
  membership_period: 'A membership must end after the day it begins.',
  membership_primary_is_a_squad: 'Only a squad can be a person’s home squad.',
  membership_chapter_lead_leads_a_chapter: 'A chapter lead leads a chapter.',
  membership_guild_by_own_hand: 'Guild membership is opened and closed by the person only.',
  membership_own_hand_is_own: 'Guild membership is opened and closed by the person only.',
  proposal_decided_once: 'Somebody has decided on this proposal already. Reload to see how.',
  proposal_declined_with_reason: 'Say why: whoever proposed it should learn from it.',
  comment_says_something: 'A comment says something, or is deleted.',
  revision_append_only: 'A saved revision stays as it was written.',
  membership_append_only: 'What was recorded stays: add a correction instead.',
  parent_one_at_an_instant: 'A unit belongs to one parent at a time.',
  parent_of_a_fitting_kind:
    'Squads and chapters belong to a tribe, sub-guilds to a guild, working groups to a guild or tribe.',
  parent_not_itself: 'A unit cannot stand beneath itself.',
  parent_acyclic: 'A unit cannot stand beneath itself.',
  parent_period: 'A period must end after the day it begins.',
  unit_period: 'A unit must end after the day it begins.',
  unit_slug_form: 'An address is made of small letters, digits and single hyphens.',
  unit_platform_team_is_a_squad: 'Only a squad can be the ML Platform team.',
  person_handle_form: 'A handle is made of small letters, digits and single hyphens.',
  person_leaves_after_start: 'A person cannot leave before starting.',
  succession_shape: 'A rename keeps the unit; a split or merger names another; an end names none.',
  evidence_numbers_are_whole:
    'A number needs its metric, its baseline and how many it was measured on.',
  evidence_interval_order: 'The interval’s lower end is above its upper end.',
  adoption_not_by_origin: 'The squad that began a technique does not adopt it.',
  adoption_source_is_earlier: 'The squad you learnt from must have taken it up before you.',
  adoption_event_follows: 'Somebody else moved this on first. Reload to see where it stands.',
  adoption_event_in_time_order: 'A step cannot happen before the one it follows.',
  adoption_evidence_is_own: 'Evidence for going to production must be your squad’s own.',
  adoption_declined_with_reason: 'Say why: the reason helps the squad that offered it.',
  adoption_production_with_evidence:
    'Going to production needs at least one piece of your own evidence.',
  adoption_sustained_after_90_days:
    'It has lasted once it was in production for 90 days without a break.',
  adoption_ends_after_production: 'Only what was in production can be discontinued or replaced.',
  technique_relation_acyclic: 'This relation would lead round in a circle.',
  presentation_is_complete:
    'Before it is presented, say what failed, what the data made hard and how it was judged.',
  review_says_against_what: 'Say what you held the page against.',
  review_is_more_than_a_click: 'Tick what you looked at, or say in a sentence what you did.',
  review_correction_is_told: 'Say in a sentence what you corrected.',
  review_doubt_is_told: 'Say what is wrong, for whoever repairs it.',
  review_due_after_check: 'A page is checked again after the day of its check.',
  review_replacement_of_obsolete: 'Only an obsolete page is replaced, and by another one.',
  review_url_form: 'A link begins with https:// or, within the portal, with a slash.',
  knowledgereview_append_only: 'What a reviewer said stays: review the page again instead.',
  space_owner_fits: 'A space is owned by a guild, sub-guild, squad or working group.',
  space_address_leads_to_one: 'This address still leads to another space. Choose another one.',
  pagetemplate_append_only: 'A wording of a template stays on record: write another one.',
  reviewreason_append_only: 'Why a page came due stays on record.',
  working_group_lasts_8_to_12_weeks: 'A working group lasts between 8 and 12 weeks.',
  working_group_extension_is_later: 'An extension ends after the planned end.',
  meetup_ends_after_start: 'A meetup ends after it starts.',
};

type DatabaseFault = { code: string | null; constraint: string | null };

/**
 * Finds Postgres' own code and constraint name in an error from Prisma or from the driver,
 * wherever this version of either has put them.
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  const text = errorText(error);
  const constraint = Object.keys(CONSTRAINT_SENTENCES).find((name) => text.includes(name)) ?? null;
  const code = /\b(23P01|23505|23514|23503|23001|40001|40P01|55P03)\b/.exec(text)?.[1] ?? null;
  return code || constraint ? { code, constraint } : null;
}

/** A readable Conflict for a change that a named constraint refused; null for any other error. */
export function conflictOf(error: unknown): Conflict | null {
  const fault = databaseFault(error);
  if (!fault) return null;
  if (fault.constraint) return new Conflict(CONSTRAINT_SENTENCES[fault.constraint]);
  const told = ownSentence(error);
  if (fault.code === '23514' && told) return new Conflict(told);
  if (fault.code === '40001' || fault.code === '40P01') {
    return new Conflict('Somebody changed this at the same moment. Try again.');
  }
  return null;
}

/**
 * What a trigger of ours said. Prisma leaves out the constraint's name for these, but keeps the
 * message; Postgres' own begin with "new row for relation".
 */
function ownSentence(error: unknown): string | null {
  const message = /Message: `([^`]+)`/.exec(errorText(error))?.[1];
  return message && !message.startsWith('new row for relation') ? message : null;
}

function errorText(error: unknown, depth = 0): string {
  if (depth > 4 || error === null || typeof error !== 'object') return String(error ?? '');
  const own = Object.getOwnPropertyNames(error)
    .filter((name) => name !== 'stack')
    .map((name) => errorText((error as Record<string, unknown>)[name], depth + 1));
  return own.join('\n');
}
