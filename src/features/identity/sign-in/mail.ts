export const LINK_MINUTES = 15;

type SignInMail = { subject: string; text: string; html: string };

/** The address in a sign-in mail. It opens a page with a button: mail scanners follow links, too. */
export function linkAddress(
  site: string,
  { email, token, from }: { email: string; token: string; from: string },
): string {
  const link = new URL('/sign-in/link', site);
  link.searchParams.set('email', email);
  link.searchParams.set('token', token);
  if (from !== '/') link.searchParams.set('from', from);
  return link.href;
}

export function composeSignInMail(site: string, link: string): SignInMail {
  const { host } = new URL(site);
  const use = `Open this link to sign in to Guildhall at ${host}:`;
  const term = `It works once, and for ${LINK_MINUTES} minutes.`;
  const otherwise = 'If you did not ask for it, nothing happens as long as nobody opens it.';
  return {
    subject: `Sign in to Guildhall (${host})`,
    text: `${use}\n\n${link}\n\n${term} ${otherwise}\n`,
    html: [
      '<div style="font-family:Georgia,serif;font-size:16px;line-height:1.5;max-width:34em">',
      `<p>${escaped(use)}</p>`,
      `<p><a href="${escaped(link)}" style="display:inline-block;padding:8px 16px;border-radius:6px;background:#0f5e6e;color:#fff;text-decoration:none;font-family:sans-serif">Sign in to Guildhall</a></p>`,
      `<p>${escaped(term)} ${escaped(otherwise)}</p>`,
      `<p style="color:#666;font-size:13px">If the button does not work, copy this address:<br>${escaped(link)}</p>`,
      '</div>',
    ].join('\n'),
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
