export const MODEST_HEAP: readonly string[];
