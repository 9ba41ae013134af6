import { makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  beside: { ...typographyStyles.subtitle2, margin: 0 },
  inner: { ...typographyStyles.body1Strong, margin: 0 },
});

type Props = {
  readonly title: string;
  readonly action?: ReactNode;
  /** A section inside a section. */
  readonly inner?: boolean;
  /** It stands beside the main matter, with a smaller title. */
  readonly beside?: boolean;
  readonly children: ReactNode;
};

/** A titled part of a page, which screen readers list as a region. */
export function Section({ title, action, inner = false, beside = false, children }: Props) {
  const styles = useStyles();
  const id = useId('section');
  const Heading = inner ? 'h3' : 'h2';
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.top}>
        <Heading id={id} className={inner ? styles.inner : beside ? styles.beside : styles.title}>
          {title}
        </Heading>
        {action}
      </div>
      {children}
    </section>
  );
}
