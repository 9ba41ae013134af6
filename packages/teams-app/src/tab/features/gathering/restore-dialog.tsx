import { Text } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { useNotices } from '../../shell/notices.tsx';

type Props = { readonly date: OccurrenceView; readonly onClose: () => void };

/** Puts back one date that was called off. */
export default function RestoreDialog({ date, onClose }: Props) {
  const notices = useNotices();
  const restore = useGatheringAction<undefined>(
    (api, _, idempotencyKey) => api.send('POST', `/occurrences/${date.id}/restore`, { idempotencyKey }),
    () => {
      notices.done('It takes place after all. Whoever wanted to come is told.');
      onClose();
    },
  );
  return (
    <FormDialog
      title="Put this date back?"
      action="Put it back"
      busy={restore.isPending}
      error={restore.error}
      onConfirm={() => restore.mutate(undefined)}
      onClose={onClose}
    >
      <Text>The answers that people gave still hold. Everybody who said “Going” or “Maybe” is told.</Text>
    </FormDialog>
  );
}
