/** What a file says, or why that could not be read. */
export type Reading =
  | { text: string; refusal?: undefined }
  | { text?: undefined; refusal: Refusal };

export type Refusal =
  | 'too-large'
  | 'broken'
  | 'locked'
  | 'takes-too-long'
  | 'lost'
  /** Somebody is at it, for the first time or the second; there is no third. */
  | 'reading'
  | 'reading-again';

/** What is read: files whose words are worth finding. Tables and pictures are not. */
export const READ_TYPES = [
  'text/plain',
  'text/markdown',
  'application/x-ipynb+json',
  'application/pdf',
] as const;

export const READ_BYTES_MAX = 20 * 1024 * 1024;
/** As much as the index keeps of one text. */
export const READ_CHARACTERS_MAX = 300_000;

/** Postgres takes no NUL, and half a letter pair is no text. */
export const storable = (text: string) =>
  text.replaceAll('\u0000', '').toWellFormed().slice(0, READ_CHARACTERS_MAX).toWellFormed();
