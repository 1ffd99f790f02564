export type Figures = {
  metric: string | null;
  baseline: number | null;
  value: number | null;
  intervalLow: number | null;
  intervalHigh: number | null;
  n: number | null;
};

/** What a number cannot be judged without. */
export const figureParts = ['metric', 'baseline', 'value', 'n'] as const;
export type FigurePart = (typeof figureParts)[number];

/** The parts that are missing beside those given; none when no number is given at all. */
export function missingParts(figures: Figures): FigurePart[] {
  const { baseline, value, intervalLow, intervalHigh, n } = figures;
  const hasNumber = [baseline, value, intervalLow, intervalHigh, n].some((part) => part !== null);
  return hasNumber ? figureParts.filter((part) => figures[part] === null) : [];
}

/** The change against the baseline in percent; null without numbers or from a baseline of nothing. */
export function changeInPercent({ baseline, value }: Figures): number | null {
  if (baseline === null || value === null || baseline === 0) return null;
  return ((value - baseline) / Math.abs(baseline)) * 100;
}

const DIGITS = 4;
const plain = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: DIGITS });
const percent = new Intl.NumberFormat('en-GB', {
  maximumSignificantDigits: 2,
  signDisplay: 'exceptZero',
});

export const formatNumber = (value: number) => plain.format(value).replace('-', '−');

export const formatChange = (change: number) => `${percent.format(change).replace('-', '−')} %`;
