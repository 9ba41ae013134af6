import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { ModerationAction, Subject } from '@copse/core/vocabulary';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { moderationWords } from './words.ts';

const ReportDialog = lazy(() => import(/* webpackChunkName: "moderation" */ './report-dialog.tsx'));
const ModerateDialog = lazy(() => import(/* webpackChunkName: "moderation" */ './moderate-dialog.tsx'));
const UnmaskDialog = lazy(() => import(/* webpackChunkName: "moderation" */ './unmask-dialog.tsx'));

// Cards are positioned, so that the next one would lie over a menu that stands among them.
const useStyles = makeStyles({ above: { zIndex: 2 } });

type Props = {
  /** What the menu is for, as screen readers say it: “More about the answer of Amina”. */
  readonly label: string;
  readonly subject: Subject;
  readonly report: boolean;
  /** Whether the viewer is a steward here. */
  readonly moderate: boolean;
  readonly hidden: boolean;
  /** It was written without a name, by somebody else. */
  readonly masked: boolean;
  /** What else can be done, before the rest. */
  readonly children?: ReactNode;
  readonly size?: 'small' | 'medium';
  /** It stands among the actions of a page, which have frames. */
  readonly framed?: boolean;
};

/** What can be done about one thing that was written, with reporting and keeping order at its end. */
export function ItemMenu(props: Props) {
  const { label, subject, report, moderate, hidden, masked, children, size = 'medium', framed = false } = props;
  const styles = useStyles();
  const [open, setOpen] = useState<ModerationAction | 'report' | 'unmask'>();
  const onClose = () => setOpen(undefined);
  const steps: ModerationAction[] = moderate ? [hidden ? 'restore' : 'hide', 'warn'] : [];
  const unmask = moderate && masked;
  if (!children && !report && !moderate) return null;
  return (
    <>
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance={framed ? 'secondary' : 'subtle'}
            size={size}
            icon={<MoreHorizontalRegular />}
            aria-label={label}
          />
        </MenuTrigger>
        <MenuPopover className={styles.above}>
          <MenuList>
            {children}
            {report && <MenuItem onClick={() => setOpen('report')}>Report…</MenuItem>}
            {steps.map((step) => (
              <MenuItem key={step} onClick={() => setOpen(step)}>
                {moderationWords[step].verb}…
              </MenuItem>
            ))}
            {unmask && <MenuItem onClick={() => setOpen('unmask')}>Find out who wrote it…</MenuItem>}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Suspense>
        {open === 'report' && <ReportDialog subject={subject} onClose={onClose} />}
        {open === 'unmask' && <UnmaskDialog subject={subject} onClose={onClose} />}
        {open && open !== 'report' && open !== 'unmask' && (
          <ModerateDialog subject={subject} action={open} onClose={onClose} />
        )}
      </Suspense>
    </>
  );
}
