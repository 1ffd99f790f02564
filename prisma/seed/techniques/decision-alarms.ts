import type { TechniqueSeed } from './technique';

export const decisionAlarms: TechniqueSeed = {
  slug: 'alarms-on-decisions-not-on-features',
  title: 'Alarms on decisions, not on features',
  summary:
    'A small squad cannot watch two hundred inputs. Alarm on what is decided and on scores, say how many people it touches, and rehearse with planted faults.',
  origin: 'stream-integrity',
  originOn: 310,
  author: 'greta-hollmann',
  writeUp: {
    problem: `We are five people. Our monitoring compared 214 features with a reference every day: 46 alarms a week, about one of which meant something. After a month nobody opened them. In the seventh week a client release stopped sending device ids, and that was alarm number 31 of the day.`,
    context: `- One scoring model, nightly and hourly, 31 markets; every decision withholds somebody's money until it is reviewed.
- Outcomes (appeals, review) mature after 9 to 30 days.
- Nobody on the squad has monitoring as a job.`,
    approach: `Four layers: outcomes, decisions, scores, inputs. **Alarms only on the second and third**, plus nulls and volume. Compare with the same weekday four weeks back; take limits from the 99.5th percentile of the last year's own variation, per segment.

The title of an alarm is a sentence with the number of decisions it touches: “About 2,100 more accounts than usual will be withheld today, nearly all Android in Brazil.” The inputs that moved are shown beneath, as an explanation.

Each quarter somebody plants six faults in a copy of the pipeline. [Drift monitoring](/wiki/production/drift-monitoring) has the code.`,
    failedApproaches: `- **PSI on every feature at 0.25.** 46 alarms a week.
- **A classifier of “reference or current”.** Always finds something: the date leaks through the age of accounts.
- **Limits tuned by hand**, 214 of them, in the head of one person, who left.
- **Retraining on alarm.** Twice taught the model to accept a bug.`,
    dataChallenges: `- A year of history is needed for limits; for new markets we borrow from the most similar and say so.
- Known incidents must be cut out of the reference, or they become normal.
- Outcomes come late, so precision of alarms can be judged only in hindsight.`,
    evaluationMethod: `Alarms per week, and the share on which somebody acted, three months before and after. Six planted faults in a copy, on-duty person not told: found within a day or not. n = 6, so read it as a story.`,
    needsData: 'A year of scores and decisions with their segments.',
    needsInfrastructure: 'A table of decisions. Something that sends a sentence to a channel.',
    needsSkill: 'Knowing what a decision costs somebody.',
  },
  revisions: [
    {
      ago: 140,
      by: 'samuel-otiato',
      changeSummary:
        'Limits per weekday after Search and Retention found that weekends alone caused half of their alarms',
      set: {
        needsData:
          'A year of scores and decisions with their segments and weekdays; with less, expect false alarms at weekends.',
      },
    },
  ],
  evidence: [
    {
      key: 'alarms-acted',
      kind: 'QUALITATIVE',
      summary:
        'Alarms a week, three months before and after; of those the share acted upon went from 2 % to 71 %.',
      metric: 'Alarms a week',
      baseline: 46,
      value: 3,
      n: 26,
      dataset: '13 weeks before, 13 after',
      on: 236,
      by: 'greta-hollmann',
    },
    {
      key: 'alarms-rehearsal',
      kind: 'INCIDENT',
      summary:
        'Planted faults noticed within a day. The sixth, a drift of one per cent a week, was caught by outcomes only, after 40 days.',
      metric: 'Planted faults noticed, of 6',
      baseline: 2,
      value: 5,
      n: 6,
      on: 250,
      by: 'greta-hollmann',
    },
  ],
  attempts: [
    {
      title: 'Adversarial drift classifier',
      hypothesis: 'If a model cannot tell last month from this one, nothing drifted.',
      setUp: 'Boosted trees on all 214 features, daily AUC.',
      outcome: 'FAILED',
      why: 'AUC of 0.93 on the first day: account age tells the date. After removing time-like features, payment providers told it.',
      mayWorkWhen: 'The feature set is small and stationary by construction.',
      endedOn: 322,
      by: 'sergei-arula',
    },
    {
      title: 'Retrain on alarm',
      hypothesis: 'The model should adapt at once.',
      setUp: 'Automatic retraining with a hold-out check, four months.',
      outcome: 'FAILED',
      why: 'The hold-out came from the same broken days, so the check passed.',
      mayWorkWhen: 'The check uses outcomes that have matured from before the alarm.',
      endedOn: 330,
      by: 'samuel-otiato',
      squad: 'ml-platform',
      anonymous: true,
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 17, by: 'greta-hollmann' },
    { series: 'ml-in-production', cycle: 6, by: 'samuel-otiato' },
  ],
  heard: [
    { person: 'peeter-rannamae', channel: 'PERSON', ago: 108 },
    { person: 'tendai-marufu', channel: 'WIKI', ago: 82 },
  ],
  adoptions: [
    {
      squad: 'retention',
      from: 'ORIGIN',
      adaptation:
        'The decision is an offer; the sentence counts offers and euros. Churn outcomes mature after a month, so the first layer is even later than theirs.',
      steps: [
        { to: 'ASSESSING', ago: 225, by: 'maarja-luik' },
        { to: 'TRIALLING', ago: 190, by: 'maarja-luik' },
        {
          to: 'IN_PRODUCTION',
          ago: 140,
          by: 'maarja-luik',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Noticed within two hours that a billing event had lost its plan; 1,900 offers were held back. The feature alarms of the year before had needed four days for the like.',
            replicates: 'alarms-rehearsal',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 45,
          by: 'denzel-moyo',
          note: 'Two alarms a week, both read. Planted four faults, found four.',
        },
      ],
    },
    {
      squad: 'search',
      from: { squad: 'retention' },
      adaptation:
        'A ranking has no threshold. Our decisions are position shares by result type, zero-result rate and use of the fallback.',
      steps: [
        { to: 'IDENTIFIED', ago: 112, by: 'peeter-rannamae' },
        { to: 'TRIALLING', ago: 100, by: 'mateus-brandt' },
        {
          to: 'IN_PRODUCTION',
          ago: 48,
          by: 'mateus-brandt',
          evidence: {
            kind: 'QUALITATIVE',
            summary:
              'From 19 alarms a week to 4. One was a spelling dictionary that had been deployed empty for Swahili; found in 50 minutes.',
            metric: 'Alarms a week',
            baseline: 19,
            value: 4,
            n: 14,
            dataset: 'Seven weeks before, seven after',
          },
        },
      ],
    },
    {
      squad: 'messaging',
      from: { squad: 'retention' },
      steps: [{ to: 'ASSESSING', ago: 75, by: 'tendai-marufu' }],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 150,
          by: 'jerome-nkemelu',
          reason: 'NO_CAPACITY',
          note: 'We have one model and look at it every morning. When there are three we shall want this.',
        },
      ],
    },
    {
      squad: 'ml-platform',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 116, by: 'goncalo-atouguia' },
        {
          to: 'TRIALLING',
          ago: 33,
          by: 'diogo-marinhas',
          note: 'In the working group: one tool, three templates (thresholds, rankings, forecasts).',
        },
      ],
    },
  ],
};
