/** A notebook as a text: what was written, what was run, and what came out of it. */
const notebook = (cells: ({ says: string } | { runs: string; gives: string })[]): string =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'python' } },
    cells: cells.map((cell) =>
      'says' in cell
        ? { cell_type: 'markdown', metadata: {}, source: cell.says }
        : {
            cell_type: 'code',
            execution_count: 1,
            metadata: {},
            source: cell.runs,
            outputs: [{ output_type: 'stream', name: 'stdout', text: cell.gives }],
          },
    ),
  });

/** Files that the guild has put with its pages. */
export const files = [
  {
    page: { space: 'evaluation', path: 'cuped' },
    by: 'sabine-thorval',
    ago: 87,
    name: 'variance-before-and-after.ipynb',
    text: notebook([
      {
        says: '# Does the adjustment remove what it promises?\n\nMade listeners, so that the answer is known: a pre-period with ρ = 0.62 must leave 62 % of the variance, and a treatment of 0.20 hours must stay 0.20 hours.',
      },
      {
        runs: 'import numpy as np\n\nrng = np.random.default_rng(7)\nn, rho, effect = 200_000, 0.62, 0.20\nx = rng.normal(size=n)\narm = rng.integers(0, 2, size=n)\ny = rho * x + np.sqrt(1 - rho**2) * rng.normal(size=n) + effect * arm\n\ntheta = np.cov(x, y)[0, 1] / x.var()\nadjusted = y - theta * (x - x.mean())\nwithin = lambda v: np.mean([v[arm == a].var() for a in (0, 1)])\nprint(f"variance left {within(adjusted) / within(y):.2f}")',
        gives: 'variance left 0.62\n',
      },
      {
        says: 'The trap of the second section: let the covariate see two days of the test, and the effect goes with the noise. A pre-period that ends at the trigger keeps it.',
      },
    ]),
  },
];
