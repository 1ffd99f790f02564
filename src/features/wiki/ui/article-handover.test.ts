import { expect, it } from 'vitest';
import { handOver, takeOver } from './article-handover';

it('each reader is handed the article that was put aside for them, and old ones make room', () => {
  const first = handOver('<p>First</p>');
  const second = handOver('<p>Second</p>');
  expect([takeOver(first), takeOver(second)]).toEqual(['<p>First</p>', '<p>Second</p>']);
  for (let count = 0; count < 255; count++) handOver('<p>Other</p>');
  expect(takeOver(first)).toBe('');
  expect(takeOver(second)).toBe('<p>Second</p>');
});
