/** How many characters a page's Markdown may have; here, so that browsers load no schema for it. */
export const MARKDOWN_MAX = 400_000;
