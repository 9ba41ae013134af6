import { useCallback, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import type { SceneInfo, ShownPerson } from '../host-server.ts';
import type { Look } from '../address.ts';
import { TabFrame } from './tab-frame.tsx';
import type { TaskInfo } from './tab-host.ts';

type Outcome = readonly [error: unknown, result: unknown];

interface Props {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly look: Look;
  readonly onLink: (link: string) => boolean;
}

const CANCELLED = 'User cancelled/closed the task module.';

/** Teams' own dialogs (`dialog.url.open`): a page of the app over the window, which answers its opener when it ends. */
export function useTaskDialog({ scene, person, look, onLink }: Props) {
  const [open, setOpen] = useState<{ info: TaskInfo; settle: (outcome: Outcome) => void }>();
  const openTask = useCallback((info: TaskInfo) => new Promise<Outcome>((settle) => setOpen({ info, settle })), []);
  const end = (outcome: Outcome) => {
    open?.settle(outcome);
    setOpen(undefined);
  };

  const dialog = open?.info.url ? (
    <Dialog title={open.info.title ?? 'Copse'} wide onClose={() => end([CANCELLED, undefined])}>
      <div className="task-body">
        <TabFrame
          scene={scene}
          person={person}
          look={look}
          src={open.info.url}
          title={open.info.title ?? 'Copse'}
          entityId="task"
          frameContext="task"
          onLink={onLink}
          onComplete={(result) => end([undefined, result])}
        />
      </div>
    </Dialog>
  ) : null;
  return { dialog, openTask };
}
