import {
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    width: '100%',
    maxWidth: '68rem',
    boxSizing: 'border-box',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlock: tokens.spacingVerticalXL,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalL },
  },
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    // The actions stand in a line of their own there, and want air beneath them.
    '@media (max-width: 480px)': { gap: tokens.spacingVerticalM },
  },
  crumbs: {
    marginInlineStart: `calc(${tokens.spacingHorizontalS} * -1)`,
    minWidth: 0,
    // One line: what is too long ends in dots, rather than leaving an arrow alone at the end of a line.
    '& li': { minWidth: 0, flexShrink: 1 },
    '& li:has(> svg)': { flexShrink: 0 },
    '& li:first-of-type': { flexShrink: 0, maxWidth: '50%' },
  },
  crumb: {
    minWidth: 0,
    maxWidth: 'min(20rem, 100%)',
    '& bdi': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  },
  headline: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    // A long title takes two lines beside the actions, which would come between it and what it is about.
    '@media (min-width: 800px)': { flexWrap: 'nowrap' },
  },
  title: { ...typographyStyles.title2, margin: 0, outlineStyle: 'none', overflowWrap: 'anywhere', minWidth: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '& > button': { minWidth: 'auto' },
    '@media (min-width: 800px)': { flexShrink: 0, maxWidth: '50%', justifyContent: 'flex-end' },
  },
});

export type Crumb = { readonly label: string; readonly path: string };

type Props = {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

let firstPage = true;

/**
 * One page: its title in the window and as the heading, the way back, and its actions.
 * Coming from another page, the heading takes the focus, so that keyboard and screen reader start at the top.
 */
export function Page({ title, crumbs, lead, actions, children }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Copse`;
  }, [title]);

  useEffect(() => {
    if (!firstPage) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    firstPage = false;
  }, []);

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        {crumbs && <Crumbs crumbs={crumbs} />}
        <div className={styles.headline}>
          <h1 ref={heading} tabIndex={-1} className={styles.title} dir="auto">
            {title}
          </h1>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {lead}
      </header>
      {children}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const styles = useStyles();
  const [, navigate] = useHashLocation();
  return (
    <Breadcrumb className={styles.crumbs} aria-label="Breadcrumb" size="small">
      {crumbs.map(({ label, path }, index) => (
        <Fragment key={path}>
          <BreadcrumbItem>
            <BreadcrumbButton
              className={styles.crumb}
              href={`#${path}`}
              onClick={(event) => {
                event.preventDefault();
                navigate(path);
              }}
            >
              <bdi>{label}</bdi>
            </BreadcrumbButton>
          </BreadcrumbItem>
          {index < crumbs.length - 1 && <BreadcrumbDivider />}
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
