import type { PageKind } from '@/features/wiki/kinds';
import { DEFAULT_TEMPLATES } from '@/features/wiki/templates/template-texts';
import type { DaysAgo } from './world';

type TemplateSeed = { kind: PageKind; by: string; ago: DaysAgo; markdown: string };

const WORKED = '## What worked in the end';
const CAME_FROM = `## Where did the effect come from?

<!-- If people did more of this, which hours, clicks or plays are these, and where were they before? Asked since the redesign of Home. -->

`;

/** What the demo guild asks in words of its own: the question that nobody had answered. */
export const pageTemplates: readonly TemplateSeed[] = [
  {
    kind: 'LESSONS_LEARNED',
    by: 'anselm-okoro',
    ago: 150,
    markdown: DEFAULT_TEMPLATES.LESSONS_LEARNED.replace(WORKED, CAME_FROM + WORKED),
  },
];
