import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { moveAgendaItemAction, removeAgendaItemAction } from '../agenda/actions';
import type { AgendaItemView } from '../agenda/queries';

type Props = { item: AgendaItemView; editAddress: string; isFirst: boolean; isLast: boolean };

/** What a lead may do with one item. */
export function AgendaItemControls({ item, editAddress, isFirst, isLast }: Props) {
  const { id, title } = item;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <ButtonLink href={editAddress} size="small" aria-label={`Edit ${title}`}>
        Edit
      </ButtonLink>
      {!isFirst && <Move id={id} direction="UP" label="Earlier" title={title} />}
      {!isLast && <Move id={id} direction="DOWN" label="Later" title={title} />}
      <ActionForm action={removeAgendaItemAction}>
        <input type="hidden" name="itemId" value={id} />
        <SubmitButton look="danger" size="small" aria-label={`Remove ${title}`}>
          Remove
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

type MoveProps = { id: string; direction: 'UP' | 'DOWN'; label: string; title: string };

function Move({ id, direction, label, title }: MoveProps) {
  return (
    <ActionForm action={moveAgendaItemAction}>
      <input type="hidden" name="itemId" value={id} />
      <input type="hidden" name="direction" value={direction} />
      <SubmitButton look="secondary" size="small" aria-label={`${label}: ${title}`}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
