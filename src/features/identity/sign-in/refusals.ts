const AGAIN = 'Please try again.';

/** What the sign-in page says for each reason; keys are ours and next-auth's own words. */
const SENTENCES: Record<string, string> = {
  domain: 'This e-mail address does not belong to a company domain that may sign in.',
  left: 'This person is recorded as having left, so the account is closed. If that is a mistake, ask an administrator of Guildhall.',
  'no-email': 'Your company account told us no e-mail address, so we cannot tell who you are.',
  'unverified-email':
    'Your company account has not verified your e-mail address yet. Verify it there, then sign in again.',
  'too-often': 'There were too many tries from here. Wait a few minutes, then try again.',
  'way-off': 'This way of signing in is switched off here.',
  'demo-off': 'Demo sign-in is switched off here.',
  'demo-unknown': 'This person is not in the demo guild any more. Choose somebody else.',
  email: 'Write an e-mail address such as ada@example.com.',
  Verification: 'This link has been used already or has run out. Ask for a new one.',
  EmailSignin: `We could not send the e-mail. ${AGAIN}`,
  OAuthSignin: `We could not reach your company’s sign-in. ${AGAIN}`,
  OAuthCallback: `Your company’s sign-in was not completed. ${AGAIN}`,
};

/** The sentence for an error in the address of the sign-in page; a general one for words unknown to us. */
export function refusalSentence(error: string): string {
  return Object.hasOwn(SENTENCES, error)
    ? (SENTENCES[error] as string)
    : `Signing in did not work. ${AGAIN}`;
}
