import { refusalSentence } from '../sign-in/refusals';

/** Why signing in did not work, and for a foreign address, which ones would. */
export function SignInRefusal({
  error,
  allowedDomains,
}: {
  error: string;
  allowedDomains: string[];
}) {
  return (
    <div
      role="alert"
      className="mb-6 rounded-md border border-danger bg-raised px-3.5 py-2 text-sm text-danger"
    >
      <p>{refusalSentence(error)}</p>
      {error === 'domain' && allowedDomains.length > 0 && (
        <p>Addresses that may: {allowedDomains.map((domain) => `…@${domain}`).join(', ')}.</p>
      )}
    </div>
  );
}
