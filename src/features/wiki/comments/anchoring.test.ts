import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAt, placeOf } from './anchoring';
import { readArticle } from './article-text';

const TEXT =
  'Compare this week with the week before.\nWatch the inputs first: a drift in them is seen days before the metric moves.\nThe squad on call is told. Nobody else is woken at night.\n';

const passage = (quote: string, text = TEXT) => {
  const start = text.indexOf(quote);
  return passageAt(text, { start, end: start + quote.length });
};

const SENTENCE = 'a drift in them is seen days before the metric moves';

describe('a passage in a text that was edited', () => {
  it.each([
    ['nothing was edited', SENTENCE, TEXT, SENTENCE],
    ['something was written before it', SENTENCE, `A new first paragraph.\n${TEXT}`, SENTENCE],
    ['its neighbours were rewritten', SENTENCE, `All new. ${SENTENCE}, they say.`, SENTENCE],
    [
      'a word of it was changed',
      SENTENCE,
      TEXT.replace('days before', 'hours before'),
      'a drift in them is seen hours before the metric moves',
    ],
    [
      'words were added to it',
      SENTENCE,
      TEXT.replace('is seen', 'is often seen'),
      'a drift in them is often seen days before the metric moves',
    ],
    ['a short one stands where it stood', 'week', TEXT.replace('at night', 'ever'), 'week'],
    ['it was taken out', SENTENCE, TEXT.replace(`${SENTENCE}.`, ''), null],
    ['all was written anew', SENTENCE, 'Ask the platform team about anything at all.', null],
    [
      'a short one was taken out, and its word stands elsewhere',
      'on call',
      'Put a number on call volumes.',
      null,
    ],
  ])('is found when %s', (_, quote, edited, expected) => {
    const place = placeOf(edited, passage(quote));
    expect(place && edited.slice(place.start, place.end)).toBe(expected);
  });

  it('that reads the same as another is told by what stands around it', () => {
    const text = 'In A it works.\nIn B it works.\nIn C it works.\n';
    const start = text.indexOf('it works', 20);
    const kept = passageAt(text, { start, end: start + 8 });
    const edited = `First.\n${text}`;
    expect(placeOf(edited, kept)?.start).toBe(start + 'First.\n'.length);
  });

  it('on no words has no place', () => {
    expect(placeOf(TEXT, { quote: '', prefix: '', suffix: '', position: 0 })).toBeNull();
  });

  it('is always found in the text that it was taken from', () => {
    const text = fc.string({ minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
        const [start = 0, end = 0] = [one % whole.length, other % whole.length].toSorted(
          (a, b) => a - b,
        );
        if (start === end) return;
        expect(placeOf(whole, passageAt(whole, { start, end }))).toEqual({ start, end });
      }),
    );
  });

  it('is looked for near where it stood in a very long text, and that ends', () => {
    const long = `${'lorem ipsum dolor sit amet '.repeat(15_000)}`;
    const kept = passage(SENTENCE);
    expect(placeOf(long, { ...kept, position: 200_000 })).toBeNull();
  });
});

describe('the text of an article', () => {
  it('is what a browser reads, with its headings', () => {
    const html =
      '<p title="a > b">A &#x26; B</p>\n<h2 id="who">Who <em>is</em> told</h2>\n<p>x &lt; y</p>';
    const { text, sections } = readArticle(html);
    expect(text).toBe('A & B\nWho is told\nx < y');
    expect(sections.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
      ['who', 'Who is told'],
    ]);
  });
});
