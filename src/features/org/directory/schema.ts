import { unitKinds } from '../schema';

export const directoryHitKinds = ['PERSON', ...unitKinds] as const;
export type DirectoryHitKind = (typeof directoryHitKinds)[number];
