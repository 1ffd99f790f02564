import 'server-only';
import { askPrepared } from './prepared';

/** What is asked of the database, and how its rows are read. */
export type Question<Answer> = {
  text: string;
  values: readonly unknown[];
  read: (rows: unknown[]) => Answer;
};

/** @param read gets the rows as JSON carries them: an instant is its ISO text */
export const question = <Row, Answer>(
  text: string,
  values: readonly unknown[],
  read: (rows: Row[]) => Answer,
): Question<Answer> => ({
  text,
  values,
  // The one who writes the statement says what its rows are.
  read: (rows) => read(rows as Row[]),
});

/**
 * Asks several things in one statement, each as if it were asked alone. A page that shows something
 * of several features pays one way to the database and back, and none of them knows of the others.
 */
export async function askTogether<Answers extends readonly unknown[]>(
  ...questions: { [Index in keyof Answers]: Question<Answers[Index]> }
): Promise<Answers> {
  const values: unknown[] = [];
  const columns = questions.map(({ text, values: own }, index) => {
    const offset = values.push(...own) - own.length;
    const renumbered = text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + offset}`);
    return `(SELECT coalesce(json_agg(q), '[]') FROM (${renumbered}) q) AS q${index}`;
  });
  const [row] = await askPrepared<Record<string, unknown[]>>(
    `SELECT ${columns.join(', ')}`,
    values,
  );
  const answers = questions.map(({ read }, index) => read(row?.[`q${index}`] ?? []));
  // `map` forgets that each answer stands at its question's place.
  return answers as unknown as Answers;
}

/** Asks one thing. */
export async function ask<Answer>(asked: Question<Answer>): Promise<Answer> {
  const [answer] = await askTogether<[Answer]>(asked);
  return answer;
}
