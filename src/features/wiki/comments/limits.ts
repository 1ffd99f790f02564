export const COMMENT_MAX = 4_000;
export const QUOTE_MAX = 600;
/** So many characters before and after a passage are kept, to tell it from others that read the same. */
export const CONTEXT_LENGTH = 32;
