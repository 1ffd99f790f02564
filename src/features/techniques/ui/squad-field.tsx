import { Select } from '@/ui/form/select';

type Props = { squads: { id: string; name: string }[] };

/** For which squad something is written down; no question when there is one only. */
export function SquadField({ squads }: Props) {
  const [only, ...others] = squads;
  if (only && others.length === 0) {
    return (
      <>
        <input type="hidden" name="squadId" value={only.id} />
        <p className="mb-4 text-sm text-muted">
          For <strong className="font-medium text-ink">{only.name}</strong>.
        </p>
      </>
    );
  }
  return (
    <Select
      name="squadId"
      label="For which of your squads"
      options={squads.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
