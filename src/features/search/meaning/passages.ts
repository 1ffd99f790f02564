import { createHash } from 'node:crypto';

/** A part of a subject that gets a meaning of its own; part 0 speaks for the whole. */
export type PassageToEmbed = { part: number; text: string };

type Subject = {
  title: string;
  subtitle: string;
  body: string;
  sections: readonly { part: number; heading: string; body: string }[];
};

const WHOLE_MAX = 400;
const SECTION_MAX = 300;
/** The first sections say what a text is about; a page of a hundred parts must not take a minute. */
const SECTIONS_MAX = 12;

/**
 * What is read for the meaning: the title with the beginning for the whole, and for each section the
 * title, its heading and its beginning, because a heading by itself ("Why?") says nothing.
 */
export function passagesOf({ title, body, sections }: Subject): PassageToEmbed[] {
  return [
    { part: 0, text: `${title}. ${body.slice(0, WHOLE_MAX)}` },
    ...sections.slice(0, SECTIONS_MAX).map(({ part, heading, body: words }) => ({
      part,
      text: `${title}: ${heading}. ${words.slice(0, SECTION_MAX)}`,
    })),
  ];
}

/** A text that did not change keeps its meaning. */
export const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);
