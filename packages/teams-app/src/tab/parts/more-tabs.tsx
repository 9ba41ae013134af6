import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import type { TabChoice } from './many-tabs.tsx';

const useStyles = makeStyles({
  end: { flexShrink: 0 },
  button: { minWidth: 'auto', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
});

type Props = {
  readonly tabs: readonly TabChoice[];
  readonly onSelect: (value: string) => void;
  readonly size?: 'small' | 'medium' | undefined;
};

/** The tabs that found no room, behind a button that says how many there are. */
export default function MoreTabs({ tabs, onSelect, size = 'medium' }: Props) {
  const styles = useStyles();
  const { ref, overflowCount } = useOverflowMenu<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.end}>
      <Menu inline positioning={{ strategy: 'fixed' }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size={size} appearance="subtle" className={styles.button}>
            {overflowCount} more
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {tabs.map((tab) => (
              <Entry key={tab.value} tab={tab} onSelect={onSelect} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function Entry({ tab: { value, label }, onSelect }: { tab: TabChoice; onSelect: Props['onSelect'] }) {
  const shown = useIsOverflowItemVisible(value);
  return shown ? null : <MenuItem onClick={() => onSelect(value)}>{label}</MenuItem>;
}
