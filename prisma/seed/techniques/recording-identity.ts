import type { TechniqueSeed } from './technique';

export const recordingIdentity: TechniqueSeed = {
  slug: 'two-stage-recording-identity',
  title: 'Two-stage recording identity: cheap blocking, careful pairs',
  summary:
    'Find which of 64 million tracks are the same recording: block by fingerprint hashes, decide by a small pair model, and send the doubtful 0.4 % to people.',
  origin: 'catalogue-quality',
  originOn: 340,
  author: 'margarida-sobral',
  writeUp: {
    problem: `A popular recording is delivered 2.3 times on average: album, single, compilation, remaster, re-upload. Plays are split, recommendations show one song four times, training sets have copies on both sides of the split, and royalties go to whichever upload was linked.

Identifiers from labels agree with the audio in 91 % of pairs. The other nine are the ones that end in letters.`,
    context: `- 64 million tracks: about two quadrillion pairs.
- Fingerprints for all of them; metadata of very uneven quality.
- Two metadata analysts who can judge 400 pairs a day.`,
    approach: `**Block**: locality-sensitive hashes of the audio fingerprint, plus a second pass by (normalised title, duration ± 2 s). 310 million candidate pairs, recall 0.994.

**Decide**: boosted trees on 31 pair features: fingerprint overlap and its longest run, duration, loudness curve, title tokens, label, release dates. Three answers: same recording, other version of the same song, different.

**Ask**: pairs between 0.35 and 0.75 go to people, the most uncertain and most played first. Their answers train the next model. Merges are reversible.`,
    failedApproaches: `- **Audio vectors in place of fingerprints.** They hear production: covers by the same studio are near, a remaster of the same recording is far.
- **Label identifiers as truth.** Nine per cent wrong, in a way that depends on the label.
- **One model without blocking on the 5 million most played.** Worked, and could not grow.
- **Clustering by connected components.** One wrong pair joined two choirs into a cluster of 40,000 tracks.`,
    dataChallenges: `- Live and studio versions of the same evening; radio edits that differ by four seconds.
- Silence, noise and meditation tracks are all alike; they are excluded from blocking by entropy.
- Labels of pairs were biased to what the old rules found. We draw five per cent of the questions at random.`,
    evaluationMethod: `12,000 pairs labelled twice by two analysts (kappa 0.91), stratified by candidate score and plays; F1 for “same recording” against the rules that were there before; recall of blocking on a random sample of 3,000 known duplicates.`,
    needsData: 'Fingerprints. A few thousand labelled pairs and people who like to listen.',
    needsInfrastructure: 'One large shuffle a week.',
    needsSkill: 'Entity resolution; and a metadata analyst, without whom do not begin.',
  },
  evidence: [
    {
      key: 'pairs-f1',
      kind: 'OFFLINE',
      summary: 'Against the rules by identifier and title.',
      metric: 'F1, same recording',
      baseline: 0.88,
      value: 0.96,
      interval: [0.954, 0.966],
      n: 12000,
      dataset: 'Pairs labelled twice',
      on: 338,
      by: 'margarida-sobral',
    },
    {
      kind: 'COST',
      summary: 'Questions to people for each correct merge that the rules had missed.',
      metric: 'Questions per correct merge',
      baseline: 9,
      value: 2.1,
      n: 21000,
      on: 260,
      by: 'njeri-mwangome',
    },
  ],
  attempts: [
    {
      title: 'Duplicates by audio vectors',
      hypothesis: 'Nearest neighbours at a distance near nought are the same recording.',
      setUp: 'track_audio/3, threshold by precision.',
      outcome: 'FAILED',
      why: 'The vectors know the studio better than the song. At a precision of 0.95 recall is 0.41.',
      mayWorkWhen: 'A model is trained for identity and not for similarity.',
      endedOn: 402,
      by: 'margarida-sobral',
    },
    {
      title: 'Connected components',
      hypothesis: 'Same-as is transitive.',
      setUp: 'Components over pairs above 0.5.',
      outcome: 'FAILED',
      why: 'One wrong pair in 100,000 is enough: two choirs, 40,000 tracks, one “recording”.',
      mayWorkWhen: 'Components are cut at weak edges and capped in size, as we do now.',
      endedOn: 371,
      by: 'tuuli-raidma',
    },
  ],
  presentations: [
    { series: 'audio-and-content', cycle: 12, by: 'margarida-sobral' },
    { series: 'machine-learning', cycle: 20, by: 'margarida-sobral' },
  ],
  heard: [
    { person: 'greta-hollmann', channel: 'CHAT', ago: 302 },
    { person: 'astrid-mobeck', channel: 'WIKI', ago: 66 },
  ],
  adoptions: [
    {
      squad: 'stream-integrity',
      from: 'ORIGIN',
      adaptation:
        'Pairs of accounts in place of pairs of recordings: blocking by device and payment hashes, the same three answers, the same reversible merges.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 300,
          by: 'greta-hollmann',
          note: 'Replace “recording” by “account” and it is our problem.',
        },
        { to: 'TRIALLING', ago: 262, by: 'bruna-falcato' },
        {
          to: 'IN_PRODUCTION',
          ago: 190,
          by: 'bruna-falcato',
          evidence: {
            kind: 'OFFLINE',
            summary: 'On reviewed cases, against rules by device.',
            metric: 'Precision at 500 reviewed pairs',
            baseline: 0.72,
            value: 0.86,
            interval: [0.83, 0.89],
            n: 500,
            replicates: 'pairs-f1',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 96,
          by: 'greta-hollmann',
          note: 'Appeals upheld fell from 3.1 % to 1.9 % of decisions over three months.',
        },
      ],
    },
    {
      squad: 'audio-understanding',
      from: 'ORIGIN',
      adaptation:
        'We do not decide pairs, we mask them: other versions of a recording are no longer negatives in contrastive training.',
      steps: [
        { to: 'IDENTIFIED', ago: 268, by: 'henrik-aasland' },
        { to: 'TRIALLING', ago: 240, by: 'henrik-aasland' },
        {
          to: 'IN_PRODUCTION',
          ago: 206,
          by: 'henrik-aasland',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Agreement with blind listening, hard triplets.',
            metric: 'Triplets answered like the majority, %',
            baseline: 69,
            value: 73,
            interval: [69.3, 76.4],
            n: 600,
          },
        },
        { to: 'SUSTAINED', ago: 112, by: 'amara-sissoko', note: 'Part of track_audio/4.' },
      ],
    },
    {
      squad: 'first-listen',
      from: 'COMPONENT',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 64,
          by: 'astrid-mobeck',
          note: 'Six versions of one song in a starter mix.',
        },
        {
          to: 'TRIALLING',
          ago: 50,
          by: 'astrid-mobeck',
          note: 'We read recording_id and filter; nothing of our own.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: 'ORIGIN',
      steps: [
        {
          to: 'ASSESSING',
          ago: 80,
          by: 'chipo-mutasa',
          note: 'Two sources of truth for “which track is it” is one too many for royalty figures.',
        },
      ],
    },
    {
      squad: 'search',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 230,
          by: 'peeter-rannamae',
          reason: 'NO_NEED',
          note: 'People search for a particular version often enough. We group by identity in the interface and need no model of our own.',
        },
      ],
    },
  ],
};
