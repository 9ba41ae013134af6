import {
  Button,
  Field,
  Input,
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  makeStyles,
  TagGroup,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { addTopics } from './add-topics.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

type Props = {
  readonly label: string;
  readonly topics: readonly string[];
  readonly max: number;
  readonly onChange: (topics: string[]) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** Topics as words that can be added by Enter or comma and removed one by one. Leaving the field adds what stands in it. */
export function TopicsField({ label, topics, max, onChange, hint, problem }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const full = topics.length >= max;

  const take = (text: string) => {
    setTyped('');
    const next = addTopics(topics, text, max);
    if (next.length !== topics.length) onChange(next);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && topics.length > 0) {
      onChange(topics.slice(0, -1));
    }
  };

  return (
    <div className={styles.all}>
      <Field
        label={label}
        hint={full ? `That is all: ${max} at most.` : (hint ?? 'Press Enter or a comma after each.')}
        {...(problem ? { validationMessage: problem } : {})}
      >
        <Input
          value={typed}
          disabled={full}
          maxLength={200}
          autoComplete="off"
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => (/[,;\n]/u.test(value) ? take(value) : setTyped(value))}
          onKeyDown={handleKey}
          onBlur={() => typed.trim() !== '' && take(typed)}
          contentAfter={
            typed.trim() !== '' ? (
              <Button size="small" appearance="transparent" onClick={() => take(typed)}>
                Add
              </Button>
            ) : null
          }
        />
      </Field>
      {topics.length > 0 && (
        <TagGroup
          className={styles.tags}
          size="small"
          aria-label={`${label}: chosen`}
          onDismiss={(_, { value }) => onChange(topics.filter((topic) => topic !== value))}
        >
          {topics.map((topic) => (
            <InteractionTag key={topic} value={topic} shape="circular">
              <InteractionTagPrimary hasSecondaryAction>
                <bdi>{topic}</bdi>
              </InteractionTagPrimary>
              <InteractionTagSecondary aria-label={`Remove ${topic}`} />
            </InteractionTag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
