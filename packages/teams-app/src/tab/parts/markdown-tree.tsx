import { makeStyles, tokens } from '@fluentui/react-components';
import { parseMarkdown } from '@copse/core/markdown';
import { useMemo } from 'react';
import { renderMarkdown } from './render-markdown.tsx';

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

/** Set like an article: a calm line, room between thoughts, and nothing that can push the page wide. */
const useStyles = makeStyles({
  article: {
    maxWidth: '72ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '1.6',
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& p, & ul, & ol, & pre, & blockquote': { marginBlock: tokens.spacingVerticalM },
    '& ul, & ol': { paddingInlineStart: '1.6em' },
    '& li + li': { marginTop: tokens.spacingVerticalXS },
    '& li > p': { marginBlock: tokens.spacingVerticalXS },
    '& li[data-task]': { listStyleType: 'none', marginInlineStart: '-1.6em' },
    '& li[data-task] > input': { marginInlineEnd: tokens.spacingHorizontalS },
    '& h2, & h3, & h4, & h5, & h6': {
      lineHeight: '1.3',
      fontWeight: tokens.fontWeightSemibold,
      marginTop: tokens.spacingVerticalXL,
      marginBottom: tokens.spacingVerticalS,
    },
    '& h2': { fontSize: tokens.fontSizeBase600 },
    '& h3': { fontSize: '1.125em' },
    '& h4': { fontSize: '1em' },
    '& h5, & h6': { fontSize: '0.95em', color: tokens.colorNeutralForeground2 },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& code': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: '0.9em',
      padding: '0.1em 0.3em',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorNeutralBackground3,
    },
    '& pre': {
      overflowX: 'auto',
      padding: tokens.spacingHorizontalM,
      borderRadius: tokens.borderRadiusMedium,
      border: line,
      backgroundColor: tokens.colorNeutralBackground3,
    },
    '& pre code': { padding: 0, backgroundColor: 'transparent', overflowWrap: 'normal' },
    '& blockquote': {
      marginInline: 0,
      paddingInlineStart: tokens.spacingHorizontalL,
      borderInlineStartWidth: tokens.strokeWidthThickest,
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorBrandStroke2,
      color: tokens.colorNeutralForeground2,
    },
    '& table': { borderCollapse: 'collapse', marginBlock: 0 },
    '& [data-wide]': { overflowX: 'auto', marginBlock: tokens.spacingVerticalM },
    '& th, & td': {
      border: line,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      textAlign: 'start',
    },
    '& th': { backgroundColor: tokens.colorNeutralBackground3 },
    '& img': { maxWidth: '100%', height: 'auto', borderRadius: tokens.borderRadiusMedium },
    '& hr': { border: 'none', borderTop: line, marginBlock: tokens.spacingVerticalXL },
  },
});

export default function MarkdownTree({ text, topHeading }: { text: string; topHeading: 2 | 3 | 4 }) {
  const styles = useStyles();
  const content = useMemo(() => renderMarkdown(parseMarkdown(text), topHeading), [text, topHeading]);
  return <div className={styles.article}>{content}</div>;
}
