import { Tabs } from '@/ui/tabs';

/** What squads know, and what they tried. */
export function SectionTabs({ current }: { current: 'techniques' | 'attempts' }) {
  return (
    <Tabs
      label="Techniques"
      items={[
        { href: '/techniques', label: 'Techniques', isCurrent: current === 'techniques' },
        {
          href: '/techniques/attempts',
          label: 'What was tried',
          isCurrent: current === 'attempts',
        },
      ]}
    />
  );
}
