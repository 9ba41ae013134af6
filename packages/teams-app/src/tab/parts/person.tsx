import { makeStyles, mergeClasses, Persona, Text, tokens } from '@fluentui/react-components';
import type { PersonCard } from '@copse/core/contracts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  persona: { minWidth: 0, maxWidth: '100%' },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly person: PersonCard; readonly note?: ReactNode; readonly size?: 'small' | 'medium' | 'large' };

/** A person with their affiliation, and the word “Guest” for people of another organisation. */
export function Person({ person, note, size = 'medium' }: Props) {
  const styles = useStyles();
  const facts = [person.affiliation, person.guest ? 'Guest' : undefined].filter(Boolean).join(' · ');
  return (
    <Persona
      className={styles.persona}
      size={size}
      name={person.name}
      avatar={{ color: person.id ? 'colorful' : 'neutral', idForColor: person.id ?? 'former', 'aria-hidden': true }}
      primaryText={{ dir: 'auto', className: styles.words }}
      secondaryText={facts ? { children: facts, dir: 'auto', className: styles.words } : null}
      tertiaryText={note && size !== 'small' ? { children: note, className: styles.words } : null}
    />
  );
}

/** Only the name, for running text. */
export function PersonName({ person, className }: { person: PersonCard; className?: string }) {
  const styles = useStyles();
  return (
    <Text weight="semibold" dir="auto" className={mergeClasses(person.id ? undefined : styles.quiet, className)}>
      {person.name}
    </Text>
  );
}
