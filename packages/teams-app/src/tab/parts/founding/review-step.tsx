import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { archetypeOf, entryNames, formatNames, reachNames, roleNames } from '@copse/core/vocabulary';
import type { Founding, Step } from './founding.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, auto) 1fr auto',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  row: { display: 'contents' },
  list: { margin: 0, paddingInlineStart: '1.2em' },
});

type Props = { readonly founding: Founding; readonly onBack: (step: Step) => void };

/** All of it on one page, each line with the way back to it. */
export function ReviewStep({ founding, onBack }: Props) {
  const styles = useStyles();
  if (!founding.archetype) return null;
  const { name, firstSteps, rolesWanted } = archetypeOf[founding.archetype];
  const facts: readonly (readonly [string, string, Step])[] = [
    ['Kind', name, 'kind'],
    ['Name', founding.name, 'purpose'],
    ['Purpose', founding.purpose, 'purpose'],
    ['Topics', founding.topics.join(', ') || 'None yet', 'purpose'],
    ['Who may join', entryNames[founding.visibility], 'door'],
    ['Reach', reachNames[founding.reach], 'door'],
    ['Format', formatNames[founding.format], 'door'],
    ['Rhythm', founding.cadence || 'Not decided', 'door'],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([label, value, step]) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
            <dd>
              <Link as="button" type="button" onClick={() => onBack(step)} aria-label={`Change: ${label}`}>
                Change
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <Text weight="semibold">You start as its coordinator, with these first steps:</Text>
        <ul className={styles.list}>
          {firstSteps.map((step) => (
            <li key={step}>
              <Text>{step}</Text>
            </li>
          ))}
        </ul>
        <Text>It will look for: {rolesWanted.map((role) => roleNames[role].one.toLowerCase()).join(', ')}.</Text>
      </div>
    </>
  );
}
