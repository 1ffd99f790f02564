'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { THEME_COOKIE, THEMES } from '../../theme';

const ONE_YEAR_SECONDS = 31_536_000;

/** Remembers the reader's theme in this browser. */
export async function chooseThemeAction(form: FormData): Promise<void> {
  const theme = THEMES.find((known) => known === form.get('theme')) ?? 'system';
  const store = await cookies();
  store.set(THEME_COOKIE, theme, {
    path: '/',
    maxAge: ONE_YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
  });
  revalidatePath('/', 'layout');
}
