import { Avatar, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AuthorView } from '@copse/core/contracts';
import type { ReactNode } from 'react';
import { Person } from './person.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What an author is called in running text. `mine` is known to the author alone, so it may be said. */
export const authorName = ({ person, pseudonym }: Pick<AuthorView, 'person' | 'pseudonym'>) =>
  person?.name ?? pseudonym ?? 'Somebody';

/** Who wrote something: a person, or a pseudonym that says nothing about who it is. */
export function Author({ author, note }: { author: AuthorView; note?: ReactNode }) {
  const styles = useStyles();
  const { person, pseudonym, mine } = author;
  if (person) return <Person person={person} size="medium" note={note} />;
  return (
    <div className={styles.row}>
      <Avatar size={32} color="neutral" aria-hidden />
      <div className={styles.words}>
        <Text dir="auto">
          {pseudonym ?? 'Somebody'}
          {mine && ' (you, and only you see that)'}
        </Text>
        {note && (
          <Text size={200} className={styles.quiet}>
            {note}
          </Text>
        )}
      </div>
    </div>
  );
}
