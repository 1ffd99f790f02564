/** How many characters a template may have. */
export const TEMPLATE_MAX = 20_000;
