import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  path: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  now: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  dot: {
    width: '0.6rem',
    height: '0.6rem',
    flexShrink: 0,
    borderRadius: '50%',
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  passed: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  here: { border: 'none', backgroundColor: tokens.colorBrandBackground },
});

type Props<Stop extends string> = {
  /** In order; a stop off the usual way stands in it only while one is there. */
  readonly stops: readonly Stop[];
  readonly now: Stop;
  /** Stops that lie behind. */
  readonly passed: (stop: Stop) => boolean;
  readonly names: Readonly<Record<Stop, { readonly name: string; readonly means: string }>>;
};

/** The way of something with a life, and where it stands on it. */
export function Way<Stop extends string>({ stops, now, passed, names }: Props<Stop>) {
  const styles = useStyles();
  return (
    <ol className={styles.path}>
      {stops.map((one) => (
        <li
          key={one}
          className={mergeClasses(styles.step, one === now && styles.now)}
          aria-current={one === now ? 'step' : undefined}
        >
          <span
            className={mergeClasses(styles.dot, passed(one) && styles.passed, one === now && styles.here)}
            aria-hidden
          />
          <span>
            {names[one].name}
            {one === now && <Text size={200}>: {names[one].means}</Text>}
          </span>
        </li>
      ))}
    </ol>
  );
}
