import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { joinGuildAction, leaveGuildAction } from '../guilds/actions';

/** One's own hand: the only one that joins or leaves a guild. */
export function GuildMembershipForm({ unitId, isMember }: { unitId: string; isMember: boolean }) {
  return (
    <ActionForm action={isMember ? leaveGuildAction : joinGuildAction} className="contents">
      <input type="hidden" name="unitId" value={unitId} />
      <SubmitButton look={isMember ? 'secondary' : 'primary'}>
        {isMember ? 'Leave this guild' : 'Join this guild'}
      </SubmitButton>
    </ActionForm>
  );
}
