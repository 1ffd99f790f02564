import type { TechniqueSeed } from './technique';

export const contentBridge: TechniqueSeed = {
  slug: 'content-bridge-for-new-tracks',
  title: 'Content bridge: a place for new tracks in the collaborative space',
  summary:
    'Predict from the sound of a track where it will sit in the collaborative space, and blend that with what plays teach as they arrive.',
  origin: 'audio-understanding',
  originOn: 520,
  author: 'lucia-tavora',
  writeUp: {
    problem: `55,000 tracks arrive every day, and 71 % of them get fewer than fifty plays in their first two weeks. A collaborative vector learnt from fifty plays is noise, so new tracks were recommended to the followers of their artist and to nobody else. For a first release by an unknown artist that meant nobody at all.

Editors asked us every week why a record they loved had been “invisible to the machine”. They were right.`,
    context: `- Audio vectors of 512 numbers exist for every track within four hours of delivery.
- Collaborative item vectors of 128 numbers exist for 38 million tracks with enough plays.
- Retrieval by dot product was in place on two surfaces; nothing downstream had to change.
- Two people, eleven weeks, one GPU.`,
    approach: `Learn to predict the collaborative vector of a track from its audio vector and three facts of its metadata (language, year, size of the label), on tracks that have both. Use the prediction where only audio exists. As plays arrive, blend: \`v = λ·v_collab + (1 − λ)·f(audio)\` with \`λ = n / (n + k)\`.

1. Cosine loss, both sides normalised.
2. Weight each training track by \`min(1, plays / 2000)\`.
3. Hold out by release date, with a gap of four weeks.
4. Choose k per surface by replaying the first 2,000 plays of tracks that are 60 days old.

The long form, with code, is [Cold start for new tracks](/wiki/recommendation/cold-start-for-tracks).`,
    failedApproaches: `- **One model from spectrogram to play probability.** It learnt that loud, dense tracks are played more, and recommended those to everyone. AUC looked good, because popularity is the easiest thing to learn from plays.
- **Nearest audio neighbours, without a bridge.** “Sounds alike” is not “liked by the same people”: study piano and conservatory piano are neighbours by ear and strangers by listener.
- **Squared error instead of cosine.** The length of a collaborative vector encodes popularity; the model spent itself on predicting it.
- **Artist names as text.** Worked offline through artists who share a word with a famous one. Worked wonderfully for tribute bands.`,
    dataChallenges: `- The same recording is delivered up to nine times. Split by track id, copies sat on both sides and recall doubled without being true. Split by recording.
- Targets are reliable only for tracks that were shown enough; tracks nobody showed look like tracks nobody likes.
- 0.6 % of deliveries begin with speech, and land among podcasts.
- The audio model has heard less from East Africa and Northeast Brazil; recall is lower there, and we report it by region.`,
    evaluationMethod: `Offline: recall@100 of later listeners' histories for tracks under 14 days, held out by release date, against the mean vector of the artist's earlier tracks (genre mean for first releases). 212,400 tracks. Random would have flattered us.

Online: squads that use it run their own A/B test; the decision metric is the skip rate on fresh tracks, with the fresh share of plays beside it.`,
    needsData:
      'Audio vectors (all tracks have them). A log of plays with a date. Recording identities.',
    needsInfrastructure:
      'Retrieval that takes 128-dimensional vectors, and an exploration budget: a perfect vector does nothing for a track that is never shown.',
    needsSkill:
      'One person who has trained a small network and read a nearest-neighbour list critically.',
  },
  revisions: [
    {
      ago: 210,
      by: 'lucia-tavora',
      changeSummary:
        'The weight k is chosen per surface, since Home and First listen needed very different ones',
      set: {
        needsInfrastructure:
          'Retrieval that takes 128-dimensional vectors, an exploration budget, and a weight k of your own: Radio uses 180 plays, Home 90, First listen 400.',
      },
    },
  ],
  evidence: [
    {
      key: 'bridge-offline',
      kind: 'OFFLINE',
      summary:
        'Recall of later listeners’ histories for tracks under 14 days nearly triples against the artist or genre mean.',
      metric: 'Recall@100, tracks under 14 days',
      baseline: 0.041,
      value: 0.118,
      interval: [0.116, 0.12],
      n: 212400,
      dataset: 'Releases of eight weeks, held out by release date',
      on: 522,
      by: 'lucia-tavora',
    },
    {
      kind: 'OFFLINE',
      summary:
        'For artists with five or more earlier tracks the artist mean is nearly as good. The gain is in first releases.',
      metric: 'Recall@100, artists with 5+ earlier tracks',
      baseline: 0.131,
      value: 0.139,
      n: 88100,
      on: 522,
      by: 'lucia-tavora',
    },
  ],
  attempts: [
    {
      title: 'Spectrogram to play probability, end to end',
      hypothesis:
        'If the model sees sound and listener together, no collaborative space is needed.',
      setUp:
        'Convolutional encoder with a listener tower, binary target “completed”, 90 million plays.',
      outcome: 'FAILED',
      why: 'It learnt production loudness as a proxy for popularity. Within genre the order was no better than chance.',
      mayWorkWhen:
        'Exposure is randomised for new tracks, so that popularity cannot be learnt from what was shown.',
      endedOn: 560,
      by: 'henrik-aasland',
    },
    {
      title: 'Artist names through a text encoder',
      hypothesis: 'Names carry language and scene, which helps first releases.',
      setUp: 'Multilingual sentence encoder on artist and title, 64 extra inputs.',
      outcome: 'FAILED',
      why: 'Recall +0.004, all of it from artists whose name contains a famous one.',
      mayWorkWhen: 'There are biographies or press texts of decent quality.',
      endedOn: 533,
      by: 'amara-sissoko',
    },
    {
      title: 'Bridge for podcasts',
      hypothesis: 'Speech episodes have vectors too; the same bridge may place them.',
      setUp: 'Retrained on 40,000 episodes.',
      outcome: 'INCONCLUSIVE',
      why: 'The audio model hears voices and studios, not topics. Neighbours were shows by the same producer.',
      mayWorkWhen: 'Transcripts are available as a second input.',
      endedOn: 300,
      by: 'gustavo-peixe',
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 36, by: 'lucia-tavora' },
    { series: 'audio-and-content', cycle: 9, by: 'liis-tamberg' },
  ],
  heard: [
    { person: 'ifeoma-anyanwu', channel: 'PERSON', ago: 325 },

    { person: 'ifeoma-anyanwu', channel: 'WIKI', ago: 440 },
    { person: 'liis-tamberg', channel: 'PERSON', ago: 258 },
    { person: 'eunji-noh', channel: 'PERSON', ago: 236 },
    { person: 'theo-abernathy', channel: 'WIKI', ago: 118 },
  ],
  adoptions: [
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      adaptation:
        'k = 400 instead of 180: a newcomer’s first plays are almost random and must not move a track much. We filter by recording before retrieval, after six versions of one song met in a starter mix.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 485,
          by: 'jerome-nkemelu',
          note: 'Half of what we would like to show a newcomer has no plays yet.',
        },
        { to: 'ASSESSING', ago: 470, by: 'jerome-nkemelu' },
        {
          to: 'TRIALLING',
          ago: 440,
          by: 'wanjiru-kamande',
          note: 'Five per cent of new listeners in two markets.',
        },
        {
          to: 'IN_PRODUCTION',
          ago: 395,
          by: 'jerome-nkemelu',
          evidence: {
            kind: 'AB_TEST',
            summary:
              'More newcomers save something in their first session; return in the second week up, within its interval only just.',
            metric: 'Saved something in the first session, %',
            baseline: 31.2,
            value: 32.6,
            interval: [32.1, 33.1],
            n: 284000,
            dataset: 'Four weeks, randomised at install',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 290,
          by: 'jerome-nkemelu',
          note: 'Re-ran the comparison on a 2 % hold-out after three months: 31.4 against 32.7.',
        },
      ],
    },
    {
      squad: 'radio',
      from: 'ORIGIN',
      steps: [
        {
          to: 'TRIALLING',
          ago: 322,
          by: 'ifeoma-anyanwu',
          note: 'First thing after the split: stations are where fresh tracks can be tried at low cost.',
        },
        {
          to: 'IN_PRODUCTION',
          ago: 275,
          by: 'ifeoma-anyanwu',
          evidence: {
            key: 'bridge-radio',
            kind: 'AB_TEST',
            summary: 'Fresh tracks are played more and skipped less.',
            metric: 'Skip rate on fresh tracks, %',
            baseline: 38.9,
            value: 33.6,
            interval: [32.9, 34.3],
            n: 1200000,
            dataset: 'Four weeks, all markets, fresh share of plays 2.1 % to 3.4 %',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 170,
          by: 'zanele-mokoena',
          note: 'Skip rate on fresh tracks 33.9 % in the last month. Two retrainings of the item space in between.',
        },
      ],
    },
    {
      squad: 'home',
      from: 'ORIGIN',
      adaptation:
        'Blends faster (k = 90), because a tap on a shelf is a stronger vote than a track that happened to follow. A new-release shelf reserves two places for first releases.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 255,
          by: 'liis-tamberg',
          note: 'I came from the squad that built it; this is the week in which I say so.',
        },
        { to: 'TRIALLING', ago: 240, by: 'liis-tamberg' },
        {
          to: 'IN_PRODUCTION',
          ago: 205,
          by: 'liis-tamberg',
          evidence: {
            kind: 'AB_TEST',
            summary: 'Starts from the new-release shelf up; whole-page starts unchanged.',
            metric: 'Starts per impression of the new-release shelf, %',
            baseline: 4.1,
            value: 4.8,
            interval: [4.7, 4.9],
            n: 2900000,
            dataset: 'Four weeks, decision on days 7 to 27',
            replicates: 'bridge-radio',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 100,
          by: 'rui-salgueiro',
          note: 'Checked after the move to track_audio/4: recall up, starts 4.8 %.',
        },
      ],
    },
    {
      squad: 'messaging',
      from: { squad: 'first-listen' },
      adaptation:
        'Uses the bridge alone, without blending: the push for a new release goes out before there are plays.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 230,
          by: 'eunji-noh',
          note: 'Heard of it at the tribe’s lunch from Jerome.',
        },
        { to: 'TRIALLING', ago: 200, by: 'eunji-noh' },
        {
          to: 'IN_PRODUCTION',
          ago: 150,
          by: 'arjun-sethuram',
          evidence: {
            kind: 'AB_TEST',
            summary:
              'New-release pushes reach people who do not follow the artist yet, and are opened as often as before.',
            metric: 'Plays of the pushed track within 24 h, per 1,000 pushes',
            baseline: 21,
            value: 27,
            interval: [25.6, 28.4],
            n: 4100000,
            dataset: 'Three weeks, cap on frequency equal in both arms',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 55,
          by: 'arjun-sethuram',
          note: 'Unsubscribes unchanged at 0.11 %; plays per 1,000 at 26.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: { squad: 'home' },
      adaptation:
        'We show artists *where* a new track would sit, by three well-known neighbours, not recommend it.',
      steps: [
        {
          to: 'ASSESSING',
          ago: 110,
          by: 'theo-abernathy',
          note: 'Found the page while looking for something else.',
        },
        {
          to: 'TRIALLING',
          ago: 70,
          by: 'andre-lourinha',
          note: 'With 40 artists who agreed to tell us when the neighbours are insulting.',
        },
      ],
    },
    {
      squad: 'search',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 310,
          by: 'peeter-rannamae',
          reason: 'NO_NEED',
          note: 'Somebody who types a name of a new track finds it by its name. We will look again when descriptive queries matter.',
        },
      ],
    },
  ],
};
