import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

const useStyles = makeStyles({
  whole: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusLarge },
  },
});

type Props = {
  readonly to: string;
  readonly children: ReactNode;
  /** The link stretches over the surface around it. Give other controls there `position: relative`. */
  readonly whole?: boolean;
  readonly className?: string;
  /** It leads to where one is, in a list of places. */
  readonly current?: boolean;
};

/** A link within the tab. */
export function PlaceLink({ to, children, whole = false, className, current = false }: Props) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  return (
    <Link
      href={`#${to}`}
      className={mergeClasses(whole && styles.whole, className)}
      data-whole={whole || undefined}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </Link>
  );
}
