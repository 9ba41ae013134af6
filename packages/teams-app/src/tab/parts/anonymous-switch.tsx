import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useConduct } from './conduct/see-conduct.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  words: { margin: 0, paddingInlineStart: '1.2em', color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

type Props = {
  readonly what: 'question' | 'answer';
  /** Where it will stand: how names are kept there belongs to the explanation. */
  readonly communityId: string;
  /** Whoever asked without their name is “Asker” in all that they write there. */
  readonly asker?: boolean;
  readonly checked: boolean;
  readonly onChange: (anonymous: boolean) => void;
};

/** Writing without one's name, with plain words about what that hides and what it cannot hide. */
export function AnonymousSwitch({ what, communityId, asker = what === 'question', checked, onChange }: Props) {
  const styles = useStyles();
  const never = useConduct(communityId).data?.unmasking === 'never';
  return (
    <div className={styles.box}>
      <Switch
        label={`${what === 'question' ? 'Ask' : 'Answer'} without my name`}
        checked={checked}
        onChange={(_, data) => onChange(data.checked)}
      />
      <div aria-live="polite">
        {checked && (
          <ul className={styles.words}>
            <li>
              <Text size={200}>
                People see {asker ? '“Asker”' : 'a name such as “Anonymous 2”'}. It holds within this one question;
                nothing links it to other questions.
              </Text>
            </li>
            <li>
              <Text size={200}>
                Your name is stored only under lock: coordinators, administrators and those who run the database cannot
                read it. You still hear of replies{what === 'question' && ', can accept an answer'} and can edit.
              </Text>
            </li>
            <li>
              <Text size={200}>
                {never
                  ? 'Nobody can find out who wrote it: your organisation has promised that for good. Stewards can still hide what does harm.'
                  : 'If it does real harm, two stewards together can find out who wrote it. They must give a reason, and you will see who asked and why.'}
              </Text>
            </li>
            <li>
              <Text size={200}>
                It cannot hide what the words themselves give away: details that only you know, or your way of writing.
              </Text>
            </li>
          </ul>
        )}
      </div>
    </div>
  );
}
