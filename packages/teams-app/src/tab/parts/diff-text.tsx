import { makeStyles, tokens } from '@fluentui/react-components';
import { onlyReadAloud } from './read-aloud.ts';

const useStyles = makeStyles({
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: '1.6',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  added: {
    backgroundColor: tokens.colorPaletteGreenBackground2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
  },
  removed: { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorNeutralForeground1 },
  skipped: { display: 'block', textAlign: 'center', color: tokens.colorNeutralForeground3 },
  hidden: onlyReadAloud,
});

type Part = { readonly kind: 'same' | 'added' | 'removed' | 'skipped'; readonly text: string };

/** A text with its changes: removed words struck out, added words underlined, each also said in words. */
export function DiffText({ parts }: { parts: readonly Part[] }) {
  const styles = useStyles();
  return (
    <div className={styles.text} dir="auto">
      {parts.map(({ kind, text }, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- a piece of a text that never changes
        const key = index;
        if (kind === 'added') {
          return (
            <ins key={key} className={styles.added}>
              <span className={styles.hidden}> [added: </span>
              {text}
              <span className={styles.hidden}>] </span>
            </ins>
          );
        }
        if (kind === 'removed') {
          return (
            <del key={key} className={styles.removed}>
              <span className={styles.hidden}> [removed: </span>
              {text}
              <span className={styles.hidden}>] </span>
            </del>
          );
        }
        if (kind === 'skipped') {
          return (
            <span key={key} className={styles.skipped}>
              {text || '…'}
            </span>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </div>
  );
}
