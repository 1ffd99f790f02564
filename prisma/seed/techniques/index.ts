import { adaptiveOnboarding } from './adaptive-onboarding';
import { asOfJoins } from './as-of-joins';
import { calibratedReranking } from './calibrated-reranking';
import { contentBridge } from './content-bridge';
import { cuped } from './cuped';
import { decisionAlarms } from './decision-alarms';
import { distilledCrossEncoder } from './distilled-cross-encoder';
import { embeddingContracts } from './embedding-contracts';
import { int8Embeddings } from './int8-embeddings';
import { planCalibration } from './plan-calibration';
import { playlistTitles } from './playlist-titles';
import { positionDebiasing } from './position-debiasing';
import { recordingIdentity } from './recording-identity';
import { sequenceModel } from './sequence-model';
import { servingLagReads } from './serving-lag-reads';
import { shadowBackfills } from './shadow-backfills';
import { snipsEvaluation } from './snips-evaluation';
import { srmGate } from './srm-gate';
import type { TechniqueSeed } from './technique';
import { thompsonSampling } from './thompson-sampling';
import { upliftTargeting } from './uplift-targeting';

export const techniques: TechniqueSeed[] = [
  contentBridge,
  cuped,
  thompsonSampling,
  srmGate,
  asOfJoins,
  positionDebiasing,
  snipsEvaluation,
  upliftTargeting,
  recordingIdentity,
  decisionAlarms,
  sequenceModel,
  calibratedReranking,
  embeddingContracts,
  int8Embeddings,
  servingLagReads,
  playlistTitles,
  distilledCrossEncoder,
  shadowBackfills,
  planCalibration,
  adaptiveOnboarding,
];
