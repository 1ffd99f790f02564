import { Tabs } from '@/ui/tabs';
import { changedSections, differenceOf } from '../history/difference';
import { Difference, SideBySide } from './difference';

type Text = { title: string; markdown: string };

export type DifferenceView = 'inline' | 'side';

/** What changed from one text to another, in one column or in two; each view has its own address. */
export function ComparedTexts({
  before,
  after,
  names,
  label,
  view,
  hrefOf,
}: {
  before: Text;
  after: Text;
  /** What the two columns are headed with. */
  names: [string, string];
  label: string;
  view: DifferenceView;
  hrefOf: (view: DifferenceView) => string;
}) {
  const lines = differenceOf(before.markdown, after.markdown);
  const sections = changedSections(before.markdown, after.markdown);
  return (
    <>
      {before.title !== after.title && (
        <p className="mb-4">
          The title was <del>{before.title}</del> and became <ins>{after.title}</ins>.
        </p>
      )}
      <Tabs
        label="How the changes are shown"
        items={[
          { href: hrefOf('inline'), label: 'In one column', isCurrent: view === 'inline' },
          { href: hrefOf('side'), label: 'Side by side', isCurrent: view === 'side' },
        ]}
      />
      {sections.length > 0 && (
        <p className="mb-3 text-sm text-muted">Changed under: {sections.join(' · ')}</p>
      )}
      {view === 'side' ? (
        <SideBySide lines={lines} label={label} before={names[0]} after={names[1]} />
      ) : (
        <Difference lines={lines} label={label} />
      )}
    </>
  );
}
