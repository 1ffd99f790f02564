import { describe, expect, it } from 'vitest';
import { formValues } from './action-state';

const sent = (...fields: [string, string | Blob][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

describe('what a form sent', () => {
  it('is a text for each name, and a list for each name with brackets, however many there are', () => {
    expect(formValues(sent(['title', 'Drift'], ['kinds[]', 'a'], ['kinds[]', 'b']))).toEqual({
      title: 'Drift',
      kinds: ['a', 'b'],
    });
  });

  it('leaves out files and the framework’s own fields', () => {
    expect(formValues(sent(['$ACTION_ID_1', ''], ['file', new Blob(['x'])]))).toEqual({});
  });

  it('holds nothing that the database cannot store', () => {
    expect(formValues(sent(['markdown', 'a\0b'], ['kinds[]', '\0']))).toEqual({
      markdown: 'a\uFFFDb',
      kinds: ['\uFFFD'],
    });
  });
});
