import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { copyText } from '../../host/clipboard.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { When } from '../when.tsx';
import { useCalendars, useIssueCalendar, useRevokeCalendar } from './calendars.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, flexBasis: '14rem' },
});

type Props = { readonly community?: { readonly id: string; readonly name: string }; readonly onClose: () => void };

/** Gives out the address at which a calendar program reads one's gatherings, and ends it. */
export default function CalendarDialog({ community, onClose }: Props) {
  const styles = useStyles();
  const { settings } = useSession();
  const notices = useNotices();
  const calendars = useCalendars();
  const [address, setAddress] = useState<string>();
  const of = community ? { communityId: community.id } : {};
  const made = calendars.data?.items.find((one) => one.community?.id === community?.id);
  const issue = useIssueCalendar(({ path }) => setAddress(new URL(path, settings.publicUrl).href));
  const revoke = useRevokeCalendar(() => {
    setAddress(undefined);
    notices.done('The address no longer works.');
  });
  const copy = async () => {
    try {
      await copyText(address ?? '');
      notices.done('Address copied. Add it to your calendar as a subscription.');
    } catch (error) {
      notices.failed(error, 'The address could not be copied');
    }
  };
  const again = made !== undefined || address !== undefined;
  return (
    <FormDialog
      title={community ? `${community.name} in your calendar` : 'Gatherings in your calendar'}
      action={again ? 'Make a new address' : 'Make an address'}
      busy={issue.isPending || revoke.isPending}
      error={issue.error ?? revoke.error}
      onConfirm={() => issue.mutate(of)}
      onClose={onClose}
    >
      <Text>
        Outlook, Google or Apple read your gatherings at a secret address, as you may see them at that moment, and
        follow every change. Whoever has the address reads them too, so keep it to yourself.
      </Text>
      {address && (
        <div className={styles.row}>
          <Field label="Address" hint="It is shown only now." className={styles.grow}>
            <Input readOnly value={address} />
          </Field>
          <Button onClick={() => void copy()}>Copy</Button>
        </div>
      )}
      {made && (
        <div className={styles.row}>
          <Text>
            There is an address, made <When at={made.madeAt} />. A new one takes its place.
          </Text>
          <Button onClick={() => revoke.mutate(of)}>End it</Button>
        </div>
      )}
    </FormDialog>
  );
}
