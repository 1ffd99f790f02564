import { Badge } from '@/ui/badge';

const names = {
  OPEN: 'Awaits a word',
  ACCEPTED: 'Accepted',
  EDITED: 'Edited and accepted',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
} as const;

export function ProposalStateBadge({ state }: { state: keyof typeof names }) {
  const tone =
    state === 'OPEN'
      ? 'notice'
      : state === 'DECLINED' || state === 'WITHDRAWN'
        ? 'neutral'
        : 'accent';
  return <Badge tone={tone}>{names[state]}</Badge>;
}
