import { MenuItem } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import type { GatheringDialog } from './read-page.tsx';

type Props = { readonly date: OccurrenceView; readonly onChoose: (dialog: GatheringDialog) => void };

/** What those who run it can do, and what everybody can do about what it says. */
export function ManageMenu({ date: { gatheringId, hidden, abilities, recurs, series }, onChoose }: Props) {
  const items: readonly (readonly [GatheringDialog, string, boolean])[] = [
    ['change', 'Change this date', abilities.change],
    ['edit', recurs ? 'Change the whole series' : 'Change the gathering', abilities.change && !series.cancelled],
    ['cancel', 'Call off this date', abilities.cancel],
    ['restore', 'Put this date back', abilities.restore],
    ['cancel-series', 'Call off the whole series', abilities.cancel && recurs !== undefined && !series.cancelled],
  ];
  const possible = items.filter(([, , may]) => may);
  return (
    <ItemMenu
      framed
      label={possible.length > 0 ? 'Manage the gathering' : 'More about the gathering'}
      subject={{ kind: 'gathering', id: gatheringId }}
      report={abilities.report}
      moderate={abilities.moderate}
      hidden={hidden}
      masked={false}
    >
      {possible.length > 0 &&
        possible.map(([dialog, name]) => (
          <MenuItem key={dialog} onClick={() => onChoose(dialog)}>
            {name}
          </MenuItem>
        ))}
    </ItemMenu>
  );
}
