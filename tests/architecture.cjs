// Which way imports may point. docs/architecture.md says why; architecture.test.ts proves that each rule bites.
const feature = '^src/features/([^/]+)/';
const doors = ['/(actions?|commands|queries|policy|schema|events)\\.ts$', '/ui/'];
const tier = {
  ground: 'identity|org',
  craft: 'wiki|techniques|meetups|working-groups|ml-platform',
  crosscut: 'discussions|search|notifications|insights',
};
const inTier = (name) => `^src/features/(${name})/`;
const ban = (name, from, to) => ({ name, severity: 'error', from, to });

/** Composition roots: they put features together and decide nothing. */
const roots = '^src/(app/|[a-z-]+\\.ts$)';
/** The parts of foundation that are plain values and pure functions. */
const pureFoundation =
  '^src/foundation/(context|errors|days|slug|pagination|action-state|search-subject|prisma-client/enums)(\\.ts)?$';

module.exports = {
  forbidden: [
    ban('no-cycles', {}, { circular: true }),
    ban('routes-are-leaves', { pathNot: roots }, { path: '^src/app/' }),
    ban(
      'foundation-and-ui-know-no-feature',
      { path: '^src/(foundation|ui)/' },
      { path: '^src/features/' },
    ),
    ban(
      'ground-knows-only-ground',
      { path: inTier(tier.ground) },
      { path: inTier(`${tier.craft}|${tier.crosscut}`) },
    ),
    ban(
      'org-knows-no-identity',
      { path: inTier('org'), pathNot: '/(actions)\\.ts$' },
      { path: inTier('identity') },
    ),
    ban('craft-knows-no-crosscut', { path: inTier(tier.craft) }, { path: inTier(tier.crosscut) }),
    ban(
      'craft-siblings-meet-in-app',
      { path: inTier(tier.craft) },
      { path: inTier(tier.craft), pathNot: '^src/features/$1/' },
    ),
    ban(
      'features-enter-by-the-door',
      { path: feature },
      { path: feature, pathNot: ['^src/features/$1/', ...doors] },
    ),
    ban(
      'only-queries-and-commands-touch-the-db',
      {
        path: '^src/',
        pathNot: `${roots}|^src/(foundation/|features/.*/(queries|commands)\\.ts$)`,
      },
      { path: '^src/foundation/db\\.ts$' },
    ),
    ban('pages-do-not-touch-the-db', { path: '^src/app/' }, { path: '^src/foundation/db\\.ts$' }),
    ban(
      'rules-are-pure',
      { path: '^src/features/', pathNot: '/(actions?|commands|queries)\\.ts$|/ui/|\\.test\\.ts$' },
      { path: '^src/foundation/|^(next|react|server-only)', pathNot: pureFoundation },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|^src/foundation/prisma-client' },
    exclude: { path: '\\.next' },
  },
};
