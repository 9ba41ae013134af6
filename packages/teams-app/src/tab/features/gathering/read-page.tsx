import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Section } from '../../parts/section.tsx';
import { ShareButton } from '../../parts/share-button.tsx';
import { Page } from '../../shell/page.tsx';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { Hours } from './hours.tsx';
import { ManageMenu } from './manage-menu.tsx';
import { Particulars } from './particulars.tsx';
import { People } from './people.tsx';
import { Recap } from './recap.tsx';
import { useInvitation } from './see-invitation.ts';

const ChangeDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './change-dialog.tsx'));
const EditDialog = lazy(() => import(/* webpackChunkName: "edit-gathering" */ './edit-dialog.tsx'));
const RotationDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './rotation-dialog.tsx'));
const EndTurnsDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './end-turns-dialog.tsx'));
const CancelDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './cancel-dialog.tsx'));
const RestoreDialog = lazy(() => import(/* webpackChunkName: "gathering-dialogs" */ './restore-dialog.tsx'));

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(16rem, 20rem)',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
});

export type GatheringDialog = 'change' | 'edit' | 'rotate' | 'end-turns' | 'cancel' | 'restore' | 'cancel-series';

/** One date: when and where, who comes, what is on the agenda, and what came of it. */
export function ReadPage({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const [dialog, setDialog] = useState<GatheringDialog>();
  const invitation = useInvitation(date);
  const { id, community, hidden, withheld, cancelled, cancelReason } = date;
  const { title, description } = withheld?.text ?? date;
  const close = () => setDialog(undefined);
  return (
    <Page
      title={title}
      crumbs={[
        { label: 'Gatherings', path: '/gatherings' },
        { label: community.name, path: `/communities/${community.id}/gatherings` },
      ]}
      lead={<Particulars date={date} />}
      actions={
        <>
          {!cancelled && <Button onClick={() => void invitation()}>Add to calendar</Button>}
          <ShareButton path={`/gatherings/${id}`} label={date.title} />
          <ManageMenu date={date} onChoose={setDialog} />
        </>
      }
    >
      {cancelled && (
        <MessageBar intent="warning">
          <MessageBarBody>It was called off. {cancelReason}</MessageBarBody>
        </MessageBar>
      )}
      {hidden && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>A steward has hidden the title and the description</MessageBarTitle> Only whoever scheduled
            it and the stewards can read them.
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Recap date={date} />
          {description.trim() !== '' && (
            <Section title="What it is about">
              <MarkdownText text={description} topHeading={3} />
            </Section>
          )}
          <Agenda date={date} />
        </div>
        <aside className={styles.column} aria-label="About this gathering">
          <People date={date} />
          <Attendance date={date} />
          <Hours date={date} onChoose={setDialog} />
        </aside>
      </div>
      <Suspense fallback={null}>
        {dialog === 'change' && <ChangeDialog date={date} onClose={close} />}
        {dialog === 'rotate' && <RotationDialog date={date} onClose={close} />}
        {dialog === 'end-turns' && <EndTurnsDialog date={date} onClose={close} />}
        {dialog === 'restore' && <RestoreDialog date={date} onClose={close} />}
        {dialog === 'edit' && <EditDialog date={date} onClose={close} />}
        {(dialog === 'cancel' || dialog === 'cancel-series') && (
          <CancelDialog date={date} series={dialog === 'cancel-series'} onClose={close} />
        )}
      </Suspense>
    </Page>
  );
}
