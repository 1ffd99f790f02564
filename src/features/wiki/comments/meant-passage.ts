import 'server-only';
import { passageAt, placeOf } from './anchoring';
import { readArticle } from './article-text';
import type { NewThread } from './schema';

/** What the commenter means: the words they chose as they stand in the article, or a section's heading. */
export function passageMeant(
  html: string,
  { sectionId, quote, prefix, suffix, position }: NewThread,
) {
  const { text, sections } = readArticle(html);
  const chosen = { quote, prefix, suffix, position };
  const place = placeOf(text, chosen);
  if (place) return passageAt(text, place);
  // What a browser showed may differ from what was sent to it: it is kept as it was chosen.
  if (quote) return chosen;
  const section = sections.find(({ id }) => id === sectionId);
  return section ? passageAt(text, section) : { ...chosen, position: 0 };
}
