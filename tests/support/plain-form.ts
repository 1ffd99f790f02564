/**
 * Sends a form of ours as a browser without JavaScript would: the page's own hidden fields, and
 * whatever the reader chose.
 * @param button text inside the form that is meant, such as its button's label
 */
export async function sendPlainForm(
  address: string,
  { button, fields = {}, headers = {} }: PlainForm,
): Promise<Response> {
  const page = await (await fetch(address, { headers })).text();
  const form = page
    .split('<form')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('</form>')))
    .find((inside) => inside.includes(button));
  if (!form) throw new Error(`${address} has no form with “${button}”.`);
  const sent = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) sent.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  return fetch(address, {
    method: 'POST',
    body: sent,
    redirect: 'manual',
    headers: { origin: new URL(address).origin, ...headers },
  });
}

type PlainForm = {
  button: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
};
