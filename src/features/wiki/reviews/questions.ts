import type { PageKind } from '../schema';

/** What to look at before a page of a kind may be called still true. */
export const QUESTIONS: Record<PageKind, readonly string[]> = {
  HOW_TO: [
    'The steps work as they stand: I went through them, or somebody did lately',
    'Commands, names and links are those of today',
    'Nothing simpler or safer has taken its place',
  ],
  BEST_PRACTICE: [
    'We would advise the same to a squad that starts today',
    'The reasons and numbers it gives still hold',
    'The exceptions it names are the ones we know of',
  ],
  MODEL_ARCHITECTURE: [
    'It describes what runs today, or says that it does not',
    'The numbers come from data we would still believe',
    'What it needs of data and machines is right',
  ],
  DATA_PIPELINE_PATTERN: [
    'The pipelines that follow it still look like this',
    'The failures it warns of are the ones we see',
    'Tools and tables have the names it uses',
  ],
  LESSONS_LEARNED: [
    'It tells what happened as those who were there remember it',
    'What it advises is still what we would do',
  ],
  PAPER_NOTES: ['It says what the paper says', 'What we said of our own use is still so'],
  GLOSSARY_ENTRY: [
    'We use the word in this sense',
    'The example is one a newcomer understands today',
  ],
};
