import { dayOf } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { pageHref } from '../../../addresses';
import { answerOffersAction } from '../actions';
import type { Offer } from '../queries';

/** Pages that others ask one to keep. */
export function OfferList({ offers, now }: { offers: readonly Offer[]; now: Date }) {
  return (
    <ul>
      {offers.map(({ page, askedBy, askedAt, note }) => (
        <li
          key={page.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3.5 first:pt-0 last:border-0"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-serif text-[1.075rem] font-semibold leading-snug">
              <Link
                href={pageHref({ spaceSlug: page.space.slug, path: page.path })}
                className="link"
              >
                {page.title}
              </Link>
            </p>
            <p className="text-sm text-muted">
              {askedBy.name} asks you to keep it, <Day day={dayOf(askedAt)} today={dayOf(now)} />
              {note && <>: “{note}”</>}
            </p>
          </div>
          <ActionForm action={answerOffersAction} className="flex flex-wrap gap-2">
            <input type="hidden" name="pageIds[]" value={page.id} />
            <SubmitButton
              size="small"
              name="answer"
              value="accept"
              aria-label={`Keep “${page.title}”`}
            >
              I will keep it
            </SubmitButton>
            <SubmitButton
              size="small"
              look="secondary"
              name="answer"
              value="decline"
              aria-label={`Do not keep “${page.title}”`}
            >
              Not me
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
