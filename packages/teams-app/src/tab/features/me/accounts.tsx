import { Badge, Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeView } from '@copse/core/contracts';
import { type FormEvent, useState } from 'react';
import { plainList } from '../../parts/plain-list.ts';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useIssueLinkCode } from './issue-link-code.ts';
import { OneTimeCode } from './one-time-code.tsx';
import { useRedeemLinkCode } from './redeem-link-code.ts';

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
});

const kinds: Record<MeView['accounts'][number]['kind'], string> = { entra: 'Microsoft', atlassian: 'Atlassian' };

/** The accounts by which this person is known, and how to add one: a code that starts here or there. */
export function Accounts({ me }: { me: MeView }) {
  const styles = useStyles();
  const notices = useNotices();
  const [code, setCode] = useState('');
  const issue = useIssueLinkCode();
  const redeem = useRedeemLinkCode(() => {
    setCode('');
    notices.done('Your accounts are linked.');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) redeem.mutate(code.trim());
  };

  return (
    <Section title="Linked accounts">
      <ul className={styles.list}>
        {me.accounts.map(({ kind, label, linkedAt, current }) => (
          <li key={`${kind} ${label}`} className={styles.row}>
            <Text weight="semibold">{kinds[kind]}</Text>
            <Text dir="auto">{label}</Text>
            <Text size={200} className={styles.quiet}>
              since <When at={linkedAt} style="day" />
            </Text>
            {current && (
              <Badge appearance="tint" color="brand">
                In use now
              </Badge>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.part}>
        <Text>
          To be one person here and in Confluence, make a code and enter it in a Copse macro there (“Link my Teams
          account”).
        </Text>
        <Button disabledFocusable={issue.isPending} onClick={() => issue.mutate()}>
          Make a code
        </Button>
        {issue.data && <OneTimeCode key={issue.data.code} code={issue.data} />}
        {issue.isError && <Problem error={issue.error} />}
      </div>
      <form onSubmit={submit} noValidate className={styles.part}>
        <div className={styles.form}>
          <Field label="Or enter a code from Confluence">
            <Input
              value={code}
              maxLength={40}
              placeholder="ABCD-2345"
              autoComplete="one-time-code"
              onChange={(_, { value }) => setCode(value)}
            />
          </Field>
          <Button type="submit" disabledFocusable={redeem.isPending || !code.trim()}>
            Link accounts
          </Button>
        </div>
        {redeem.isError && <Problem error={redeem.error} />}
      </form>
    </Section>
  );
}
