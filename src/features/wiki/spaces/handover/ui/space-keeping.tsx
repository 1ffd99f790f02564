import { dayOf } from '@/foundation/days';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';
import { UnitGlyph } from '@/ui/unit-glyph';
import { handOnSpaceAction } from '../actions';
import type { Handover, listUnitsThatKeepSpaces, SpaceKeeping } from '../queries';
import { NOTE_MAX } from '../schema';
import { AnswerButtons, OfferText } from './space-offer';

type Props = {
  spaceId: string;
  ownerName: string;
  keeping: SpaceKeeping;
  units: Awaited<ReturnType<typeof listUnitsThatKeepSpaces>>;
  now: Date;
};

/** Who keeps a space, who kept it before, and how it goes to another unit. */
export function SpaceKeepingSection({ spaceId, ownerName, keeping, units, now }: Props) {
  const { offer, canHandOn, isOwnerOver, history } = keeping;
  const answers = offer && [
    ...(offer.canAnswer ? (['accept', 'decline'] as const) : []),
    ...(canHandOn ? (['withdraw'] as const) : []),
  ];
  return (
    <Section
      title="Who keeps it"
      note={`${ownerName} ${isOwnerOver ? 'kept this space and has ended' : 'keeps this space'}. Handed to another unit, it takes along the pages that ${ownerName} owns in it; their stewards stay.`}
    >
      {offer && answers && (
        <div className="mb-5 max-w-xl">
          <OfferText offer={offer} now={now} />
          <AnswerButtons offer={offer} answers={answers} />
        </div>
      )}
      {!offer && canHandOn && <HandOnForm spaceId={spaceId} units={units} />}
      {history.length > 0 && <History history={history} now={now} />}
    </Section>
  );
}

function HandOnForm({ spaceId, units }: Pick<Props, 'spaceId' | 'units'>) {
  return (
    <ActionForm action={handOnSpaceAction} className="mb-5 max-w-xl">
      <input type="hidden" name="spaceId" value={spaceId} />
      <Field
        name="toUnit"
        label="Hand it to"
        hint="A guild, sub-guild, squad or working group. One that you lead takes it at once; the leads of another are asked."
        list="units-that-keep-spaces"
        required
        autoComplete="off"
      />
      <datalist id="units-that-keep-spaces">
        {units.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </datalist>
      <Field name="note" label="Why (may be left empty)" maxLength={NOTE_MAX} />
      <SubmitButton look="secondary">Hand the space on</SubmitButton>
    </ActionForm>
  );
}

function History({ history, now }: { history: readonly Handover[]; now: Date }) {
  return (
    <ul className="text-[0.9375rem]">
      {history.map(({ id, from, to, answeredAt, answeredBy, note }) => (
        <li key={id} className="border-t border-line py-2">
          From <UnitGlyph kind={from.kind} /> {from.name} to <UnitGlyph kind={to.kind} />{' '}
          <Link href={`/org/${to.slug}`} className="link">
            {to.name}
          </Link>
          <span className="text-muted">
            {answeredAt && (
              <>
                , <Day day={dayOf(answeredAt)} today={dayOf(now)} />
              </>
            )}
            {answeredBy && `, by ${answeredBy.name}`}
            {note && `: “${note}”`}
          </span>
        </li>
      ))}
    </ul>
  );
}
