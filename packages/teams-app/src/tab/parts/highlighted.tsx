import { makeStyles, tokens } from '@fluentui/react-components';
import type { SearchHit } from '@copse/core/contracts';

const useStyles = makeStyles({
  mark: {
    backgroundColor: 'transparent',
    color: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorBrandForeground1,
    textDecorationThickness: '2px',
  },
});

/** A passage or a title with the words that were looked for: heavier and underlined, so that it shows in every theme. */
export function Highlighted({ pieces }: { pieces: SearchHit['snippet'] }) {
  const styles = useStyles();
  return (
    <bdi>
      {pieces.map(({ text, match }, index) =>
        match ? (
          // oxlint-disable-next-line react/no-array-index-key -- a piece of a text that never changes
          <mark key={index} className={styles.mark}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
