import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { AttentionItem } from '@copse/core/contracts';
import { Surface } from '../../parts/grid.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { callOf } from './attention.ts';
import { plainList } from '../../parts/plain-list.ts';

const useStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  where: { color: tokens.colorNeutralForeground3 },
  card: {
    paddingBlock: tokens.spacingVerticalM,
    borderInlineStartColor: tokens.colorBrandStroke1,
    borderInlineStartWidth: tokens.strokeWidthThicker,
  },
  arrow: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

/** What waits for this person, each a link to the place where they can act. */
export function NeedsMe({ items }: { items: readonly AttentionItem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const { text, path } = callOf(item);
        return (
          <li key={`${item.kind} ${item.community.id} ${item.practice?.id ?? ''}`}>
            <Surface live className={styles.card}>
              <div className={styles.row}>
                <div className={styles.words}>
                  <PlaceLink to={path} whole>
                    <bdi>{text}</bdi>
                  </PlaceLink>
                  <Text size={200} className={styles.where} dir="auto">
                    {item.community.name}
                  </Text>
                </div>
                <ChevronRightRegular className={styles.arrow} fontSize={20} />
              </div>
            </Surface>
          </li>
        );
      })}
    </ul>
  );
}
