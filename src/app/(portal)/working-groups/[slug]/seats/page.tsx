import type { Metadata } from 'next';
import {
  addSeatAction,
  editSeatAction,
  endSeatAction,
} from '@/features/working-groups/seats/actions';
import type { SeatView } from '@/features/working-groups/seats/queries';
import { SeatTerms } from '@/features/working-groups/ui/seat-terms';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { crumbsTo, loadGroupToRun } from '../load';

export const metadata: Metadata = { title: 'Change the seats' };

type Props = { params: Promise<{ slug: string }> };

export default async function SeatsPage({ params }: Props) {
  const group = await loadGroupToRun((await params).slug);
  const present = group.seats.filter(({ leftOn }) => leftOn === null);

  return (
    <>
      <PageHeader
        crumbs={crumbsTo(group)}
        title="Change the seats"
        lead="Each seat says how many hours a week it has, and whether the manager has agreed to them."
      />
      <Section title="Seats">
        <ul className="-mt-3 divide-y divide-line border-b border-line">
          {present.map((seat) => (
            <SeatForms key={seat.id} seat={seat} />
          ))}
        </ul>
      </Section>
      <Section title="Give somebody a seat">
        <ActionForm action={addSeatAction} className="max-w-xl" doneMessage="The seat is taken.">
          <input type="hidden" name="groupId" value={group.id} />
          <Field name="person" label="Who" hint="A name or a handle." required autoComplete="off" />
          <Field
            name="squad"
            label="For which squad"
            hint="Empty for the person’s home squad."
            autoComplete="off"
          />
          <SeatTerms />
          <SubmitButton>Give this seat</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

function SeatForms({ seat }: { seat: SeatView }) {
  return (
    <li className="py-4">
      <details>
        <summary>
          <span className="font-medium">{seat.name}</span>{' '}
          <span className="text-muted">
            {seat.squadName}, {seat.hoursPerWeek} hours a week
            {seat.isLead && ', lead'}
            {!seat.managerAgreed && ', manager has not agreed yet'}
          </span>
        </summary>
        <div className="mt-4 max-w-xl">
          <ActionForm action={editSeatAction} doneMessage="Saved.">
            <input type="hidden" name="seatId" value={seat.id} />
            <SeatTerms values={seat} />
            <SubmitButton>Save the seat of {seat.name}</SubmitButton>
          </ActionForm>
          <ActionForm action={endSeatAction} className="mt-4">
            <input type="hidden" name="seatId" value={seat.id} />
            <SubmitButton look="danger">End the seat of {seat.name}</SubmitButton>
          </ActionForm>
        </div>
      </details>
    </li>
  );
}
