// What browsers need to know as well: here, so that they load no schema for it.

/** How many characters a page's Markdown may have. */
export const MARKDOWN_MAX = 400_000;

export const TITLE_MAX = 160;
