import { dayOf } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Day } from '@/ui/time';
import { answerSpaceOfferAction } from '../actions';
import type { Handover } from '../queries';

/** Who offers a space to whom. */
export function OfferText({ offer, now }: { offer: Handover; now: Date }) {
  const { askedBy, askedAt, from, to, note } = offer;
  return (
    <p className="mb-2 text-[0.9375rem]">
      {askedBy?.name ?? from.name} offered it to {to.name},{' '}
      <Day day={dayOf(askedAt)} today={dayOf(now)} />
      {note && <>: “{note}”</>}
    </p>
  );
}

const WORDS = {
  accept: 'Take the space',
  decline: 'Not us',
  withdraw: 'Take the offer back',
} as const;

/** What the reader may answer to an offer. */
export function AnswerButtons({
  offer,
  answers,
}: {
  offer: Handover;
  answers: readonly (keyof typeof WORDS)[];
}) {
  if (answers.length === 0) return null;
  return (
    <ActionForm action={answerSpaceOfferAction} className="flex flex-wrap gap-2">
      <input type="hidden" name="handoverId" value={offer.id} />
      {answers.map((answer) => (
        <SubmitButton
          key={answer}
          size="small"
          look={answer === 'accept' ? 'primary' : 'secondary'}
          name="answer"
          value={answer}
        >
          {WORDS[answer]}
        </SubmitButton>
      ))}
    </ActionForm>
  );
}
