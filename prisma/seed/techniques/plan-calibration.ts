import type { TechniqueSeed } from './technique';

export const planCalibration: TechniqueSeed = {
  slug: 'per-plan-calibration-on-a-moving-window',
  title: 'Per-plan calibration on a moving window',
  summary:
    'Isotonic regression per plan on the last 42 days of matured outcomes, shrunk towards the pooled curve. Right on average was wrong for everybody.',
  origin: 'retention',
  originOn: 24,
  author: 'denzel-moyo',
  writeUp: {
    problem: `One calibration curve was right on average: students under-predicted by 40 %, family plans over by 70 %. Offers are decided by a price against a probability, so families were given discounts they did not need.`,
    context: `- Five plans, 9.6 million subscribers, outcomes mature after 30 days.
- Monthly model, weekly decisions.
- Two weeks of one person.`,
    approach: `Isotonic regression per plan, on outcomes that matured in the last 42 days, refitted each week; combined with the pooled curve by \`(n·iso_plan + 4000·iso_all) / (n + 4000)\`. The model itself is untouched. [Calibration](/wiki/evaluation/calibration) has the rest.`,
    failedApproaches: `- **Per plan and market**: 155 curves from 300 people each; 0.003 on the window, 0.071 a month later.
- **Plan as a feature with more trees.** Gained nothing: the same features mean different things per plan.
- **Retraining weekly.** Halved the drift, left the error per plan.`,
    dataChallenges: `- The window always lags by a month, because outcomes do.
- We have not seen a January with it, when the base rate doubles.
- A change of billing system in two markets had to be cut out.`,
    evaluationMethod: `Calibration error within plans (20 bins of equal mass), averaged by subscribers, on four later weeks, n = 310,000; compared with a simulated perfect model (0.009). Offer spend at the same threshold as a consequence.`,
    needsData: 'Outcomes that mature while you still remember the decision; 4,000 per segment.',
    needsInfrastructure: 'A weekly job and a table of curves.',
    needsSkill: 'None beyond scikit-learn and suspicion.',
  },
  evidence: [
    {
      kind: 'OFFLINE',
      summary: 'Mean over plans; the worst plan went from 0.118 to 0.022.',
      metric: 'Calibration error within plans',
      baseline: 0.061,
      value: 0.014,
      interval: [0.012, 0.017],
      n: 310000,
      dataset: 'Four weeks after the fitting window',
      on: 22,
      by: 'denzel-moyo',
    },
    {
      kind: 'COST',
      summary: 'First four weeks. Too early to call it a saving.',
      metric: 'Offer spend at the same threshold, relative',
      baseline: 1,
      value: 0.81,
      n: 310000,
      on: 16,
      by: 'denzel-moyo',
    },
  ],
  attempts: [
    {
      title: 'Curves per plan and market',
      hypothesis: 'Markets differ as plans do.',
      setUp: '155 isotonic fits.',
      outcome: 'FAILED',
      why: 'Three hundred people do not make a curve.',
      mayWorkWhen: 'Shrunk in two levels, market within plan; not tried yet.',
      endedOn: 30,
      by: 'denzel-moyo',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 1, by: 'denzel-moyo' }],
  adoptions: [
    {
      squad: 'messaging',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 4,
          by: 'roberto-galveias',
          note: 'Send probabilities by platform have the same fault, I think. To be measured.',
        },
      ],
    },
  ],
};
