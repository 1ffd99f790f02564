export type GlyphKind = 'TRIBE' | 'SQUAD' | 'CHAPTER' | 'GUILD' | 'SUBGUILD' | 'WORKING_GROUP';

const names: Record<GlyphKind, string> = {
  TRIBE: 'Tribe',
  SQUAD: 'Squad',
  CHAPTER: 'Chapter',
  GUILD: 'Guild',
  SUBGUILD: 'Sub-guild',
  WORKING_GROUP: 'Working group',
};

const hues: Record<GlyphKind, string> = {
  TRIBE: 'text-tribe',
  SQUAD: 'text-squad',
  CHAPTER: 'text-chapter',
  GUILD: 'text-guild',
  SUBGUILD: 'text-guild',
  WORKING_GROUP: 'text-working-group',
};

/** What a kind of unit is called. */
export const unitKindName = (kind: GlyphKind) => names[kind];

const shapes: Record<GlyphKind, React.ReactNode> = {
  TRIBE: <path d="M8 2 14.5 13.5h-13Z" />,
  SQUAD: <rect x="2.5" y="2.5" width="11" height="11" rx="2" />,
  CHAPTER: <path d="M3 2.5v11M8 2.5v11M13 2.5v11" />,
  GUILD: <path d="M8 1.5 14 5v6l-6 3.5L2 11V5Z" />,
  SUBGUILD: (
    <>
      <path d="M8 1.5 14 5v6l-6 3.5L2 11V5Z" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
  WORKING_GROUP: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 2" />
    </>
  ),
};

/** The one sign and hue of a kind of unit, everywhere. Decorative beside a name; say `labelled` when it stands alone. */
export function UnitGlyph({ kind, labelled = false }: { kind: GlyphKind; labelled?: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={`inline-block size-[1em] shrink-0 ${hues[kind]}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      role={labelled ? 'img' : undefined}
      aria-hidden={labelled ? undefined : true}
      aria-label={labelled ? names[kind] : undefined}
    >
      {shapes[kind]}
    </svg>
  );
}
