import type { DirectoryHitKind } from './schema';

/** One line of what a search box offers. */
export type DirectoryHit = {
  kind: DirectoryHitKind;
  id: string;
  /** The handle of a person, the slug of a unit. */
  key: string;
  name: string;
  note: string;
};

/** Where a hit's page is. */
export const addressOfHit = ({ kind, key }: DirectoryHit): string =>
  kind === 'PERSON' ? `/people/${key}` : `/org/${key}`;
