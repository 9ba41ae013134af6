import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import {
  type ArchetypeName,
  archetypeOf,
  archetypes,
  entryNames,
  formatNames,
  roleNames,
} from '@copse/core/vocabulary';
import { chooseArchetype, type Founding, type FoundingProblems } from './founding.ts';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  card: {
    alignItems: 'flex-start',
    // Fluent centres a label of several lines beside its dot, which a card that is stretched would show.
    '& label': { alignSelf: 'flex-start' },
    height: '100%',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    padding: tokens.spacingHorizontalXS,
    ':has(:checked)': {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
      backgroundColor: tokens.colorBrandBackground2,
    },
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  strong: { color: tokens.colorNeutralForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly founding: Founding;
  readonly problems: FoundingProblems;
  readonly onChange: (founding: Founding) => void;
};

/** The archetypes as cards, each with what it sets. */
export function KindStep({ founding, problems, onChange }: Props) {
  const styles = useStyles();
  return (
    <Field
      label="It sets the format, the door and the rhythm; all of it can be changed later."
      required
      {...(problems.archetype ? { validationMessage: problems.archetype } : {})}
    >
      <RadioGroup
        className={styles.cards}
        value={founding.archetype ?? ''}
        onChange={(_, { value }) => onChange(chooseArchetype(founding, value as ArchetypeName))}
      >
        {archetypes.map((archetype) => {
          const { name, summary, example, format, visibility, cadence, rolesWanted } = archetypeOf[archetype];
          return (
            <Radio
              key={archetype}
              value={archetype}
              className={styles.card}
              label={
                <span className={styles.words}>
                  <Text weight="semibold" className={styles.strong}>
                    {name}
                  </Text>
                  <Text className={styles.strong}>{summary}</Text>
                  <Text size={200} className={styles.quiet}>
                    For example: {example}
                  </Text>
                  <Text size={200} className={styles.quiet}>
                    {formatNames[format]} · {entryNames[visibility]} · {cadence}
                  </Text>
                  <Text size={200} className={styles.quiet}>
                    Looks for: {rolesWanted.map((role) => roleNames[role].one.toLowerCase()).join(', ')}
                  </Text>
                </span>
              }
            />
          );
        })}
      </RadioGroup>
    </Field>
  );
}
