import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every theme and every layout once: wide in the light, narrow in the dark. */
const appearances = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const;

/**
 * Opens an address once and expects that it can be read by everybody: WCAG 2.2 AA by axe, and no
 * scrolling sideways. Complaints are gathered, so that one run tells all of them.
 */
export async function expectReadable(
  page: Page,
  address: string,
  { isLoaded }: { isLoaded?: (page: Page) => Promise<unknown> } = {},
) {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
  await isLoaded?.(page);
  await expectShownReadableByAll(page, address);
}

/** The same for what the page shows now, in every theme and layout. */
export async function expectShownReadableByAll(page: Page, what: string) {
  for (const { colorScheme, width } of appearances) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await expectShownReadable(page, `${what}, ${colorScheme}, ${width} px`);
  }
  await page.setViewportSize({ width: appearances[0].width, height: 800 });
}

/** The same for what the page shows now, as it is shown now. */
export async function expectShownReadable(page: Page, what: string) {
  // What the top bar happens to cover half, where it was scrolled to, is not too small to be hit.
  await page.evaluate(() => window.scrollTo(0, 0));
  await settleColours(page);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect.soft(found, what).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${what} fits its window`).toBeLessThanOrEqual(0);
}

/**
 * Half-way from one theme to the other, the colours are those of neither. A page behind another has
 * no frames, so its transitions are ended and not waited for.
 */
const settleColours = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  });
