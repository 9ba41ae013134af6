import { Button, Text } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { OccurrenceList } from '../../parts/gatherings/occurrence-list.tsx';
import { ManyTabs } from '../../parts/many-tabs.tsx';
import { useRemembered } from '../../shell/remembered.ts';
import { Page } from '../../shell/page.tsx';

const CalendarDialog = lazy(
  () => import(/* webpackChunkName: "calendar-dialog" */ '../../parts/gatherings/calendar-dialog.tsx'),
);

const filters = {
  communities: { name: 'My communities', filter: { member: true } },
  mine: { name: 'I’m going', filter: { mine: true } },
  all: { name: 'All', filter: {} },
  past: { name: 'Past', filter: { member: true, past: true } },
} as const;
type Shown = keyof typeof filters;
const tabs = Object.entries(filters).map(([value, { name }]) => ({ value, label: name }));

/** What is to come, day by day, and what has been. */
export default function GatheringsPage() {
  const [shown, setShown] = useRemembered<Shown>('gatherings', 'communities');
  const [subscribing, setSubscribing] = useState(false);
  const [, navigate] = useLocation();
  return (
    <Page
      title="Gatherings"
      lead={<Text>Where your communities meet, by your own clock.</Text>}
      actions={<Button onClick={() => setSubscribing(true)}>Add to my calendar</Button>}
    >
      <ManyTabs tabs={tabs} selected={shown} onSelect={(value) => setShown(value as Shown)} label="Which gatherings" />
      <OccurrenceList
        filter={filters[shown].filter}
        empty={
          <Empty
            title={shown === 'past' ? 'Nothing has been yet' : 'Nothing is planned'}
            action={<Button onClick={() => navigate('/discover')}>Find communities</Button>}
          >
            {shown === 'mine'
              ? 'Say “Going” or “Maybe” to a gathering, and it stands here.'
              : 'Coordinators and facilitators schedule gatherings on the page of their community.'}
          </Empty>
        }
      />
      {subscribing && (
        <Suspense fallback={null}>
          <CalendarDialog onClose={() => setSubscribing(false)} />
        </Suspense>
      )}
    </Page>
  );
}
