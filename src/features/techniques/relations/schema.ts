import { z } from 'zod';
import { idInput } from '@/features/org/schema';
import { neededWords, SUMMARY_MAX, wordsInput } from '../schema';
import { relationKinds } from './circles';

export const relateInput = z.object({
  techniqueId: idInput,
  /** SUPERSEDED_BY is SUPERSEDES read from the other end. */
  kind: z.enum([...relationKinds, 'SUPERSEDED_BY']),
  /** The other technique: its address or the last part of it. */
  other: neededWords('Paste the address of the other technique.', 300).transform(slugInAddress),
  note: wordsInput(SUMMARY_MAX),
});

export const removeRelationInput = z.object({
  fromId: idInput,
  toId: idInput,
  kind: z.enum(relationKinds),
});

function slugInAddress(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  return path.split('/').filter(Boolean).at(-1) ?? '';
}
