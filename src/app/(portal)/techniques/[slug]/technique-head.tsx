import type { Adoption } from '@/features/techniques/propagation/journey';
import { standingInWords } from '@/features/techniques/propagation/standing';
import type { TechniqueDetails } from '@/features/techniques/queries';
import type { RelatedTechnique } from '@/features/techniques/relations/queries';
import { SquadLink } from '@/features/techniques/ui/squad-link';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';
import type { TechniqueAddress } from './address';

type Props = {
  technique: TechniqueDetails;
  adoptions: Adoption[];
  related: RelatedTechnique[];
  address: TechniqueAddress;
};

/** What it is, where it stands, and what its own squad can do. */
export function TechniqueHead({ technique, adoptions, related, address }: Props) {
  const { slug, version, currentNumber } = technique;
  const isOld = address.version !== undefined && version.number !== currentNumber;
  return (
    <>
      <PageHeader
        title={technique.title}
        crumbs={[{ href: '/techniques', label: 'Techniques' }]}
        kicker={
          <>
            A technique of <SquadLink squad={technique.originSquad} />
          </>
        }
        lead={technique.summary || undefined}
        actions={
          technique.canEdit && (
            <>
              <ButtonLink href={`/techniques/${slug}/edit`} data-shortcut="e">
                Edit
              </ButtonLink>
              <ButtonLink href={`/techniques/${slug}/present`}>Mark as presented</ButtonLink>
              <ButtonLink href={`/techniques/${slug}/standing`} look="quiet">
                Relations and end
              </ButtonLink>
            </>
          )
        }
      />
      {isOld && (
        <Notice>
          This is version {version.number}, as it was written on <Day day={version.createdAt} />.{' '}
          <Link href={`/techniques/${slug}`} className="underline">
            Read the current one
          </Link>
          .
        </Notice>
      )}
      <EndNotice technique={technique} related={related} />
      <p className="-mt-3 mb-6 max-w-[75ch]">{standingInWords(adoptions)}</p>
    </>
  );
}

function EndNotice({ technique, related }: Pick<Props, 'technique' | 'related'>) {
  const successors = related.filter(({ kind, isOutgoing }) => kind === 'SUPERSEDES' && !isOutgoing);
  if (successors.length > 0) {
    return (
      <Notice>
        Its place was taken by{' '}
        {successors.map(({ technique: { id, slug, title } }, index) => (
          <span key={id}>
            {index > 0 && ' and '}
            <Link href={`/techniques/${slug}`} className="underline">
              {title}
            </Link>
          </span>
        ))}
        . Those who run it may go on.
      </Notice>
    );
  }
  if (!technique.retired) return null;
  return (
    <Notice>
      {technique.originSquad.name} retired this technique on <Day day={technique.retired.at} />:{' '}
      {technique.retired.reason}
    </Notice>
  );
}
