import { Checkbox } from '@/ui/form/checkbox';
import { Field } from '@/ui/form/field';

type Props = { values?: { hoursPerWeek: number; managerAgreed: boolean; isLead: boolean } };

/** How much time a seat has, whether the manager agreed, and whether it leads. */
export function SeatTerms({ values }: Props) {
  return (
    <>
      <Field
        name="hoursPerWeek"
        label="Hours a week"
        type="number"
        min={1}
        max={40}
        required
        defaultValue={values?.hoursPerWeek ?? 4}
      />
      <Checkbox
        name="managerAgreed"
        label="The manager has agreed"
        defaultChecked={values?.managerAgreed}
      />
      <Checkbox name="isLead" label="Leads the group" defaultChecked={values?.isLead} />
    </>
  );
}
