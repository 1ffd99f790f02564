import { TriedForm } from '@/features/search/ui/tried-form';
import { Section } from '@/ui/section';

/** The question most people come with. */
export function HasAnyoneTried() {
  return (
    <Section title="Has anyone tried…?">
      <TriedForm />
    </Section>
  );
}
