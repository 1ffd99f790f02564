import { expect, type Page } from '@playwright/test';

/** Keys of the portal count once a page has woken up: `?` explains them then, and Escape closes. */
export async function untilAwake(page: Page): Promise<void> {
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
}
