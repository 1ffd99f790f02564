export const USUAL_GUILD_LEADS = { from: 2, to: 3 };

export type GuildLead = { name: string; hasSquad: boolean };

/** What a guild should know about how it is led: two or three people, each part-time beside a squad. */
export function guildLeadRemarks(leads: readonly GuildLead[]): string[] {
  return [...countRemark(leads.length), ...leads.filter(({ hasSquad }) => !hasSquad).map(noSquad)];
}

function countRemark(count: number): string[] {
  const { from, to } = USUAL_GUILD_LEADS;
  if (count >= from && count <= to) return [];
  if (count === 0) return ['Nobody leads this guild; two or three people usually share it.'];
  if (count === 1) return ['One person leads this guild; two or three usually share it.'];
  return [`${count} people lead this guild; two or three is usual.`];
}

const noSquad = ({ name }: GuildLead) =>
  `${name} leads without belonging to a squad; leading a guild is a part-time role beside one.`;
