import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { removeRelationAction } from '../actions';
import type { RelationKind } from '../circles';
import type { RelatedTechnique } from '../queries';

/** What is said of the other technique, from this one's end: outgoing, incoming. */
export const relationWords: Record<RelationKind, [outgoing: string, incoming: string]> = {
  DERIVED_FROM: ['Grew from', 'Led to'],
  ADAPTS: ['Adapts', 'Is adapted by'],
  GENERALISES: ['Generalises', 'Is generalised by'],
  COMBINES: ['Combines', 'Is combined in'],
  SUPERSEDES: ['Takes the place of', 'Its place was taken by'],
  CONTRADICTS: ['Contradicts', 'Is contradicted by'],
};

type Props = {
  techniqueId: string;
  related: RelatedTechnique[];
  /** Shown to those who may take a relation back. */
  canRemove?: boolean;
};

export function RelatedTechniques({ techniqueId, related, canRemove = false }: Props) {
  return (
    <ul className="space-y-3">
      {related.map(({ kind, isOutgoing, technique, squadName, note }) => (
        <li key={`${kind} ${isOutgoing} ${technique.id}`}>
          <span className="text-muted">{relationWords[kind][isOutgoing ? 0 : 1]}</span>{' '}
          <Link href={`/techniques/${technique.slug}`} className="link">
            {technique.title}
          </Link>
          <span className="text-sm text-muted">, {squadName}</span>
          {note && <p className="max-w-[70ch] text-[0.9375rem]">{note}</p>}
          {canRemove && isOutgoing !== (kind === 'SUPERSEDES') && (
            <ActionForm action={removeRelationAction} className="mt-1">
              <input type="hidden" name="fromId" value={isOutgoing ? techniqueId : technique.id} />
              <input type="hidden" name="toId" value={isOutgoing ? technique.id : techniqueId} />
              <input type="hidden" name="kind" value={kind} />
              <SubmitButton look="quiet" size="small" aria-label={`Take back: ${technique.title}`}>
                Take this back
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
