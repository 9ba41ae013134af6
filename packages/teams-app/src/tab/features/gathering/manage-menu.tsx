import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { OccurrenceView } from '@copse/core/contracts';
import type { GatheringDialog } from './read-page.tsx';

type Props = { readonly date: OccurrenceView; readonly onChoose: (dialog: GatheringDialog) => void };

/** What those who run it can do. */
export function ManageMenu({ date: { abilities, recurs, series }, onChoose }: Props) {
  const items: readonly (readonly [GatheringDialog, string, boolean])[] = [
    ['change', 'Change this date', abilities.change],
    ['edit', recurs ? 'Change the whole series' : 'Change the gathering', abilities.change && !series.cancelled],
    ['cancel', 'Call off this date', abilities.cancel],
    ['cancel-series', 'Call off the whole series', abilities.cancel && recurs !== undefined && !series.cancelled],
  ];
  const possible = items.filter(([, , may]) => may);
  if (possible.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<MoreHorizontalRegular />} aria-label="Manage the gathering" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {possible.map(([dialog, name]) => (
            <MenuItem key={dialog} onClick={() => onChoose(dialog)}>
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
