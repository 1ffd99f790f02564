export const stages = [
  'DRAFT',
  'PRESENTED',
  'ADAPTED_BY_OTHERS',
  'GENERALISED',
  'RETIRED',
  'SUPERSEDED',
] as const;
export type Stage = (typeof stages)[number];

export type StageFacts = {
  presentations: number;
  /** Squads other than the origin that ever had it in production. */
  adopters: number;
  /** Techniques that say they generalise this one. */
  generalisations: number;
  successors: number;
  isRetired: boolean;
};

/** How far a technique has come, from what happened to it; nobody types it in. */
export function stageOf(facts: StageFacts): Stage {
  // A reader who finds that it is over is best served by what took its place.
  if (facts.successors > 0) return 'SUPERSEDED';
  if (facts.isRetired) return 'RETIRED';
  if (facts.generalisations > 0) return 'GENERALISED';
  if (facts.adopters > 0) return 'ADAPTED_BY_OTHERS';
  if (facts.presentations > 0) return 'PRESENTED';
  return 'DRAFT';
}

export const isOver = (stage: Stage) => stage === 'RETIRED' || stage === 'SUPERSEDED';
