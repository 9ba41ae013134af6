import { Text } from '@fluentui/react-components';
import type { PublicationView } from '@copse/core/contracts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useWithdrawPublication } from './withdraw-publication.ts';

type Props = { readonly practiceId: string; readonly publication: PublicationView; readonly onClose: () => void };

/** Lets the page go, after saying that it stays. */
export default function WithdrawDialog({ practiceId, publication: { page, state }, onClose }: Props) {
  const notices = useNotices();
  const withdraw = useWithdrawPublication(practiceId, () => {
    notices.done('Withdrawn.');
    onClose();
  });
  return (
    <FormDialog
      title="Withdraw from Confluence?"
      action="Withdraw"
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      <Text>
        {page && state !== 'page-gone'
          ? `The page “${page.title}” stays as it is and can be deleted there. Changes no longer go there or come from there.`
          : 'It is no longer sent to Confluence.'}
      </Text>
    </FormDialog>
  );
}
