import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Highlighted } from '../../parts/highlighted.tsx';
import type { Group } from './choices.ts';

const useStyles = makeStyles({
  list: { maxHeight: 'min(50vh, 28rem)', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  group: { display: 'flex', flexDirection: 'column' },
  kind: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground3,
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid transparent`,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  chosen: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    // In high contrast the ground turns bright, and the words with it.
    backgroundColor: tokens.colorSubtleBackgroundHover,
    color: tokens.colorNeutralForeground1Hover,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  quietChosen: { color: tokens.colorNeutralForeground2Hover },
});

type Props = {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly chosen: string | undefined;
  readonly onPoint: (id: string) => void;
  readonly onChoose: (path: string) => void;
};

/** What can be chosen, by kind. The focus stays in the field, which names the chosen one to screen readers. */
export function Choices({ id, groups, chosen, onPoint, onChoose }: Props) {
  const styles = useStyles();
  return (
    <div role="listbox" id={id} aria-label="Found" className={styles.list}>
      {groups.map(({ title, choices }) => (
        <div key={title} role="group" aria-label={title} className={styles.group}>
          <Text size={200} weight="semibold" className={styles.kind} aria-hidden>
            {title}
          </Text>
          {choices.map((choice) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys belong to the field
            <div
              key={choice.id}
              id={`${id}-${choice.id}`}
              role="option"
              aria-selected={choice.id === chosen}
              className={mergeClasses(styles.choice, choice.id === chosen && styles.chosen)}
              onMouseMove={() => choice.id !== chosen && onPoint(choice.id)}
              onClick={() => onChoose(choice.path)}
            >
              <Text weight="semibold">
                <bdi>{choice.title}</bdi>
              </Text>
              {(choice.community ?? choice.snippet) && (
                <Text size={200} className={choice.id === chosen ? styles.quietChosen : styles.quiet}>
                  {choice.community && <bdi>{choice.community}</bdi>}
                  {choice.community && choice.snippet && ' · '}
                  {choice.snippet && <Highlighted pieces={choice.snippet} />}
                </Text>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
