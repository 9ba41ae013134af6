import { Field, Select, Text } from '@fluentui/react-components';
import type { ArrangementInput, IntroductionsView } from '@copse/core/contracts';
import { groupSizes, introductionCadenceNames, introductionCadences } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../form-dialog.tsx';
import { useIntroductionAction } from './introduction-action.ts';

type Props = {
  readonly community: { readonly id: string };
  readonly arrangement: IntroductionsView['arrangement'];
  readonly onClose: () => void;
};

const sizes = Array.from({ length: groupSizes.most - groupSizes.least + 1 }, (_, at) => groupSizes.least + at);

/** How often a community introduces its people, and how many at a time. */
export default function ArrangeDialog({ community, arrangement, onClose }: Props) {
  const [cadence, setCadence] = useState(arrangement.cadence);
  const [size, setSize] = useState(arrangement.size);
  const save = useIntroductionAction<ArrangementInput>(
    (api, body, idempotencyKey) =>
      api.send('PUT', `/communities/${community.id}/introductions`, {
        body,
        idempotencyKey,
        revision: arrangement.revision,
      }),
    onClose,
  );
  return (
    <FormDialog
      title="How people are introduced"
      action="Save"
      busy={save.isPending}
      error={save.error}
      onConfirm={() => save.mutate({ cadence, size })}
      onClose={onClose}
    >
      <Text>Only members who said that they want it are introduced, each at most once a week.</Text>
      <Field label="How often">
        <Select
          value={cadence}
          onChange={(_, { value }) => setCadence(introductionCadences.find((one) => one === value) ?? cadence)}
        >
          {introductionCadences.map((one) => (
            <option key={one} value={one}>
              {introductionCadenceNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="How many at a time"
        hint="Where the number does not come out even, a group is larger or smaller by one."
      >
        <Select value={String(size)} onChange={(_, { value }) => setSize(Number(value))}>
          {sizes.map((one) => (
            <option key={one} value={one}>
              {one === 2 ? 'Two' : one}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}
