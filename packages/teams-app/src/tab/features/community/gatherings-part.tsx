import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { CommunityView } from '@copse/core/contracts';
import { gatheringsGuide, schedulingGuide } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { OccurrenceList } from '../../parts/gatherings/occurrence-list.tsx';
import { HowItWorks } from '../../parts/how-it-works.tsx';

const ScheduleDialog = lazy(
  () => import(/* webpackChunkName: "schedule-dialog" */ '../../parts/gatherings/schedule-dialog.tsx'),
);
const CalendarDialog = lazy(
  () => import(/* webpackChunkName: "calendar-dialog" */ '../../parts/gatherings/calendar-dialog.tsx'),
);

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** When the community meets, what has been, and where a gathering is scheduled. */
export default function GatheringsPart({ community: { id, name, abilities } }: { community: CommunityView }) {
  const styles = useStyles();
  const [past, setPast] = useState(false);
  const [dialog, setDialog] = useState<'schedule' | 'calendar'>();
  const close = () => setDialog(undefined);
  return (
    <div className={styles.part}>
      <div className={styles.row}>
        {abilities.scheduleGathering && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setDialog('schedule')}>
            Schedule a gathering
          </Button>
        )}
        <Button onClick={() => setDialog('calendar')}>Add to my calendar</Button>
        <Button aria-pressed={past} onClick={() => setPast(!past)}>
          {past ? 'Show what is to come' : 'Show what has been'}
        </Button>
      </div>
      <HowItWorks
        heading="h2"
        title="How gatherings work"
        steps={gatheringsGuide}
        more={abilities.scheduleGathering && schedulingGuide}
      />
      <OccurrenceList
        filter={{ communityId: id, ...(past ? { past } : {}) }}
        empty={
          <Empty title={past ? 'Nothing has been yet' : 'Nothing is planned yet'}>
            {abilities.scheduleGathering
              ? 'A rhythm keeps a community alive. Schedule the first gathering, once or as a series.'
              : 'Its coordinators and facilitators schedule gatherings.'}
          </Empty>
        }
      />
      <Suspense fallback={null}>
        {dialog === 'schedule' && <ScheduleDialog communityId={id} onClose={close} />}
        {dialog === 'calendar' && <CalendarDialog community={{ id, name }} onClose={close} />}
      </Suspense>
    </div>
  );
}
