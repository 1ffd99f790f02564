import { SubmitButton } from '@/ui/form/submit-button';
import { sendSignInLinkAction } from '../actions';

/** Asks for a sign-in link by e-mail. */
export function SignInLinkForm({ from }: { from: string }) {
  return (
    <form action={sendSignInLinkAction}>
      <input type="hidden" name="from" value={from} />
      <label htmlFor="sign-in-email" className="mb-1 block text-sm font-medium">
        Company e-mail address
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id="sign-in-email"
          name="email"
          type="email"
          autoComplete="email"
          required
          className="min-w-0 flex-1 basis-56 rounded-md border border-line-strong bg-raised px-3 py-1.5"
        />
        <SubmitButton look="secondary">Send me a link</SubmitButton>
      </div>
      <p className="mt-1.5 text-sm text-muted">
        We send a link that signs you in once, without a password.
      </p>
    </form>
  );
}
