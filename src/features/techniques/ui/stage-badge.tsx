import { Badge } from '@/ui/badge';
import type { Stage } from '../stage';

export const stageNames: Record<Stage, string> = {
  DRAFT: 'Draft',
  PRESENTED: 'Presented',
  ADAPTED_BY_OTHERS: 'Adapted by others',
  GENERALISED: 'Generalised',
  RETIRED: 'Retired',
  SUPERSEDED: 'Superseded',
};

/** How far it has come. A draft is no lesser colour, and an end no alarm. */
export function StageBadge({ stage }: { stage: Stage }) {
  const hasTravelled = stage === 'ADAPTED_BY_OTHERS' || stage === 'GENERALISED';
  return <Badge tone={hasTravelled ? 'accent' : 'neutral'}>{stageNames[stage]}</Badge>;
}
