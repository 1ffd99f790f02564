/**
 * JSON as Postgres takes it. It refuses half of a sign that takes two halves, such as a cut leaves
 * behind; that half becomes the sign for what cannot be shown, as in a text that is sent by itself.
 */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
