import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { CommunityView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { useNotices } from '../../shell/notices.tsx';
import { useReopenCommunity } from './reopen-community.ts';

const EditDialog = lazy(() => import(/* webpackChunkName: "community-manage" */ './edit-dialog.tsx'));
const StageDialog = lazy(() => import(/* webpackChunkName: "community-manage" */ './stage-dialog.tsx'));
const CloseDialog = lazy(() => import(/* webpackChunkName: "community-manage" */ './close-dialog.tsx'));
const LeaveDialog = lazy(() => import(/* webpackChunkName: "community-manage" */ './leave-dialog.tsx'));

type Open = 'edit' | 'stage' | 'close' | 'leave';

/** Everything that can be done to the community, as far as this person may. */
export default function ManageMenu({ community }: { community: CommunityView }) {
  const [open, setOpen] = useState<Open>();
  const notices = useNotices();
  const { id, name, abilities } = community;
  const reopen = useReopenCommunity(id, () => notices.done(`${name} is open again.`));
  const { edit, changeStage, close, leave } = abilities;
  const onClose = () => setOpen(undefined);

  return (
    <>
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<MoreHorizontalRegular />} aria-label="More actions" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {edit && <MenuItem onClick={() => setOpen('edit')}>Edit…</MenuItem>}
            {changeStage && <MenuItem onClick={() => setOpen('stage')}>Change stage…</MenuItem>}
            {leave && <MenuItem onClick={() => setOpen('leave')}>Leave…</MenuItem>}
            {close && <MenuItem onClick={() => setOpen('close')}>Close the community…</MenuItem>}
            {abilities.reopen && (
              <MenuItem
                onClick={() =>
                  reopen.mutate(undefined, { onError: (error) => notices.failed(error, `${name} is still closed`) })
                }
              >
                Reopen the community
              </MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Suspense>
        {open === 'edit' && <EditDialog community={community} onClose={onClose} />}
        {open === 'stage' && <StageDialog community={community} onClose={onClose} />}
        {open === 'close' && <CloseDialog community={community} onClose={onClose} />}
        {open === 'leave' && <LeaveDialog community={community} onClose={onClose} />}
      </Suspense>
    </>
  );
}
