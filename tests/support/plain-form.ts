/**
 * What a browser without JavaScript would send of a form of ours: the page's own hidden fields.
 * @param button text inside the form that is meant, such as its button's label
 */
export async function readPlainForm(
  address: string,
  { button, headers = {} }: { button: string; headers?: Record<string, string> },
): Promise<FormData> {
  const page = await (await fetch(address, { headers })).text();
  const form = page
    .split('<form')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('</form>')))
    .find((inside) => inside.includes(button));
  if (!form) throw new Error(`${address} has no form with “${button}”.`);
  const fields = new FormData();
  for (const [input] of form.matchAll(/<input[^>]* (?:type="hidden"|hidden="")[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields.set(name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  return fields;
}

/** Sends a form of ours as a browser without JavaScript would, with what the reader chose. */
export async function sendPlainForm(
  address: string,
  { fields = {}, ...form }: PlainForm,
): Promise<Response> {
  const sent = await readPlainForm(address, form);
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return fetch(address, {
    method: 'POST',
    body: sent,
    redirect: 'manual',
    headers: { origin: new URL(address).origin, ...form.headers },
  });
}

const SIGNS: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" };

const unescaped = (text: string) =>
  text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => SIGNS[name] ?? '');

type PlainForm = {
  button: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
};
