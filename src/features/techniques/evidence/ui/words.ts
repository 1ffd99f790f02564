import type { EvidenceKind, EvidenceStatus } from '../schema';

export const evidenceKindNames: Record<EvidenceKind, string> = {
  OFFLINE: 'Offline evaluation',
  AB_TEST: 'A/B test',
  COST: 'Cost',
  LATENCY: 'Latency',
  INCIDENT: 'Incident',
  QUALITATIVE: 'Told, not measured',
};

export const evidenceStatusNames: Record<EvidenceStatus, string> = {
  CURRENT: 'Stands',
  DISPUTED: 'Doubted',
  RETRACTED: 'Taken back',
};
