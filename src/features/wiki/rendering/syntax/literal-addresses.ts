import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { ConstructRecord } from 'micromark-util-types';
import type { Plugin, Processor } from 'unified';

/**
 * Addresses that are links as they stand, without brackets, cost a text that holds none: any word may
 * begin one of mail, so each is read twice, and the finished tree is searched once more. These leave
 * out what a text has no use for; they come after the plugin that brings the rules.
 */

/** Whether it may hold an address of mail: what stands before its `@` is written out. */
export const mayHoldMail = (markdown: string): boolean => /[-+._a-z0-9]@/i.test(markdown);

/** Whether it may hold an address at all, be it with signs that are written as codes. */
export const mayHoldAddress = (markdown: string): boolean => /[@&\\]|http|www/i.test(markdown);

export const withoutMail: Plugin = function (this: Processor) {
  dropMailRule(this);
};

export const withoutAddresses: Plugin = function (this: Processor) {
  dropMailRule(this);
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map(({ transforms: _, ...extension }): FromMarkdown => extension);
};

function dropMailRule(processor: Processor): void {
  const data = processor.data();
  data.micromarkExtensions = data.micromarkExtensions?.map(({ text, ...extension }) => ({
    ...extension,
    ...(text && { text: withoutRule(text, 'emailAutolink') }),
  }));
}

const withoutRule = (rules: ConstructRecord, name: string): ConstructRecord =>
  Object.fromEntries(
    Object.entries(rules).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().filter((construct) => construct.name !== name),
    ]),
  );
