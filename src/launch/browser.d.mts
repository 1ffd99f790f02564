export const BROWSER_FLAGS: string[];
export function findBrowser(variables?: Record<string, string | undefined>): string | null;
