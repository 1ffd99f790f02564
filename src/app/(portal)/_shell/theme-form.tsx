import { cookies } from 'next/headers';
import { THEMES, type Theme, themeOf } from '../../theme';
import { chooseThemeAction } from './actions';

const labels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

/** Three buttons, one pressed: works without JavaScript and never flashes. */
export async function ThemeForm() {
  const current = themeOf(await cookies());
  return (
    <form action={chooseThemeAction} className="flex gap-1" aria-label="Colours">
      {THEMES.map((theme) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          className="rounded-md border border-line px-2 py-1 text-xs text-muted hover:bg-sunken hover:text-ink aria-pressed:border-accent aria-pressed:text-ink"
        >
          {labels[theme]}
        </button>
      ))}
    </form>
  );
}
