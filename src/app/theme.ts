export const THEME_COOKIE = 'guildhall-theme';
export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

type Cookies = { get(name: string): { value: string } | undefined };

/** The reader's theme as the cookie says, or the system's. */
export function themeOf(cookies: Cookies): Theme {
  const value = cookies.get(THEME_COOKIE)?.value;
  return THEMES.find((theme) => theme === value) ?? 'system';
}
