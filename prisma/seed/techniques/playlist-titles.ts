import type { TechniqueSeed } from './technique';

export const playlistTitles: TechniqueSeed = {
  slug: 'generated-titles-with-a-closed-vocabulary',
  title: 'Generated titles with a closed vocabulary and a reading plan',
  summary:
    'A language model writes playlist titles from facts about the tracks, may use only 6,400 approved words, and people read enough to state a bound on what is wrong.',
  origin: 'mixes',
  originOn: 118,
  author: 'noor-haddadin',
  writeUp: {
    problem: `“Daily mix 4” cannot be found again, talked about or looked forward to. Templates (“Jazz & Soul”) were judged acceptable by 71 % of reviewers, mostly with a shrug. Editors can write forty titles a day; there are 180 million mixes.`,
    context: `- 2.3 million distinct fact sheets, since the title depends on tracks only.
- Four languages at launch.
- Two reviewers per language, two hours a week each.
- One rule from policy: **the model never sees the listener.**`,
    approach: `1. A fact sheet per mix: typical artists (for grounding, never named), tags, tempo, decades, languages.
2. Decoder masked to a vocabulary approved by editors. What cannot be said need not be detected.
3. Filters: length, repeats, support of each content word by a tag, 900 forbidden pairs.
4. A dull template when anything fails (6.1 %).
5. A reading plan by strata, with a stopping rule, that ends in a sentence such as “at most 0.5 % objectionable, with 95 % confidence”.

More in [Generated playlist titles](/wiki/recommendation/generated-playlist-titles).`,
    failedApproaches: `- **Free generation with a classifier behind it.** 0.3 % flagged is 6,900 titles, and half of what was wrong was not unsafe but false.
- **A larger model as a judge.** Agreement with people 0.41; it liked alliteration.
- **Translating from English.** Gender agreement failed in 8 % of Portuguese titles.
- **The listener's history in the prompt.** Stopped by policy on the first day, rightly.`,
    dataChallenges: `- Tags are uneven by region; titles of thinly tagged music came out vague, and vague in the same way.
- Reviewers agreed badly in Estonian (kappa 0.48) until the guideline had examples (0.71).
- Seasons: half of our markets have the other one.`,
    evaluationMethod: `Blind review of 1,200 titles per language against templates. A/B test, four weeks, 1.8 million listeners: click-through on mixes; guardrails: hours, reports, unsubscribes. The bound on objectionable titles weekly, by the rule of three.`,
    needsData: 'Tags you trust.',
    needsInfrastructure:
      'Batch generation with a logit mask: 46 GPU hours at launch, three a week.',
    needsSkill: 'An editor. Without people who read, use templates.',
  },
  evidence: [
    {
      kind: 'AB_TEST',
      summary: 'Mixes are found again more often; nobody listens longer because of a title.',
      metric: 'Click-through on mixes, %',
      baseline: 8.4,
      value: 9.1,
      interval: [8.9, 9.3],
      n: 1800000,
      dataset: 'Four weeks; hours unchanged',
      on: 110,
      by: 'noor-haddadin',
    },
    {
      kind: 'QUALITATIVE',
      summary: 'Blind review, four languages.',
      metric: 'Acceptable to reviewers, %',
      baseline: 71,
      value: 93,
      interval: [92, 94],
      n: 4800,
      on: 116,
      by: 'hugo-baltazar',
    },
  ],
  attempts: [
    {
      title: 'Safety classifier behind free generation',
      hypothesis: 'A good classifier makes constraints unnecessary.',
      setUp: 'Free decoding, two classifiers, 50,000 titles read.',
      outcome: 'FAILED',
      why: 'What remained was not unsafe but untrue: “Late-night jazz” for marching bands.',
      mayWorkWhen: 'There is a classifier for truth against the facts.',
      endedOn: 135,
      by: 'noor-haddadin',
    },
    {
      title: 'A larger model as reviewer',
      hypothesis: 'Model judgement scales where people do not.',
      setUp: '2,000 titles, three prompts, compared with two people.',
      outcome: 'FAILED',
      why: 'Kappa with people 0.41, and its errors were systematic.',
      mayWorkWhen: 'Used to choose between two titles, not to admit one.',
      endedOn: 126,
      by: 'clara-mascarenhas',
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 8, by: 'noor-haddadin' },
    { series: 'audio-and-content', cycle: 4, by: 'hugo-baltazar' },
  ],
  adoptions: [
    {
      squad: 'messaging',
      from: 'ORIGIN',
      adaptation:
        'Titles of pushes for new releases: same mask, a vocabulary of 1,900 words, one fact sheet per release.',
      steps: [
        { to: 'IDENTIFIED', ago: 100, by: 'eunji-noh' },
        { to: 'ASSESSING', ago: 72, by: 'roberto-galveias' },
        {
          to: 'TRIALLING',
          ago: 50,
          by: 'roberto-galveias',
          note: 'Two languages. The reading plan takes one of us a morning a week, which is the true cost.',
        },
      ],
    },
    {
      squad: 'home',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 80,
          by: 'marta-quintela',
          reason: 'POLICY',
          note: 'Names of shelves are about the listener by construction. The rule that the model never sees the listener cannot hold there, and we are glad of the rule.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 64,
          by: 'renata-siqueira',
          note: 'Headlines for weekly reports to artists.',
        },
        {
          to: 'DECLINED',
          ago: 30,
          by: 'mazin-alfarsi',
          reason: 'UNCLEAR_WHY_IT_WORKS',
          note: 'Artists read every word as a judgement by the company. We could not say why one headline was chosen over another, so we write eleven by hand.',
        },
      ],
    },
  ],
};
