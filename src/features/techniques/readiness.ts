/** What a write-up says before others hear of it; "none found" counts, silence does not. */
export const seedSections = ['failedApproaches', 'dataChallenges', 'evaluationMethod'] as const;
export type SeedSection = (typeof seedSections)[number];

export const NONE_FOUND = 'None found.';

type WriteUp = Record<SeedSection, string>;

export function missingSections(writeUp: WriteUp): SeedSection[] {
  return seedSections.filter((section) => writeUp[section].trim() === '');
}

export function isReadyToPresent(writeUp: WriteUp): boolean {
  return missingSections(writeUp).length === 0;
}

/** The squad looked and found nothing, which is worth knowing, and is set differently from a text. */
export function saysNoneFound(text: string): boolean {
  return /^none found\.?$/i.test(text.trim());
}
