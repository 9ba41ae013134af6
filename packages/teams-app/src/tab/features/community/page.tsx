import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { JoinButton } from '../../parts/join-button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ManyTabs, type TabChoice } from '../../parts/many-tabs.tsx';
import { ShareButton } from '../../parts/share-button.tsx';
import { LinesSkeleton, PageSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { Facts } from './facts.tsx';
import { Overview } from './overview.tsx';
import { useCommunity } from './see-community.ts';
import { StandingNotice } from './standing-notice.tsx';

const ManageMenu = lazy(() => import(/* webpackChunkName: "community-menu" */ './manage-menu.tsx'));
const PracticesPart = lazy(() => import(/* webpackChunkName: "community-practices" */ './practices-part.tsx'));
const QuestionsPart = lazy(() => import(/* webpackChunkName: "community-questions" */ './questions-part.tsx'));
const GatheringsPart = lazy(() => import(/* webpackChunkName: "community-gatherings" */ './gatherings-part.tsx'));
const ModerationPart = lazy(() => import(/* webpackChunkName: "community-moderation" */ './moderation-part.tsx'));
const MentoringPart = lazy(() => import(/* webpackChunkName: "community-mentoring" */ './mentoring-part.tsx'));
const IntroductionsPart = lazy(
  () => import(/* webpackChunkName: "community-introductions" */ './introductions-part.tsx'),
);
const MembersPart = lazy(() => import(/* webpackChunkName: "community-members" */ './members-part.tsx'));

// For those who look after a community with a space; everybody else need not load it.
const StalledSites = lazy(
  () => import(/* webpackChunkName: "stalled-sites" */ '../../parts/publishing/stalled-sites.tsx'),
);
const hasSpace = ({ connections }: CommunityView) => connections.some(({ kind }) => kind === 'confluence-space');

const useStyles = makeStyles({
  lead: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '72ch' },
  // So that nothing moves under the pointer when the menu arrives.
  menuRoom: { width: '32px' },
  panel: { outlineStyle: 'none' },
});

const DISCOVER = [{ label: 'Discover', path: '/discover' }];
const parts = [
  'overview',
  'questions',
  'practices',
  'gatherings',
  'introductions',
  'mentoring',
  'members',
  'moderation',
] as const;
type Part = (typeof parts)[number];
const partOf = (part: string | undefined): Part => parts.find((one) => one === part) ?? 'overview';

export default function CommunityPage({ id, part }: { id: string; part: string | undefined }) {
  const community = useCommunity(id);
  if (community.data) return <Whole community={community.data} part={partOf(part)} />;
  if (community.isPending) return <PageSkeleton />;
  return (
    <Page title="Community" crumbs={DISCOVER}>
      <Loaded query={community} skeleton={null}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Whole({ community, part }: { community: CommunityView; part: Part }) {
  const styles = useStyles();
  const { id, name, purpose } = community;
  return (
    <Page
      title={name}
      crumbs={DISCOVER}
      lead={
        <div className={styles.lead}>
          <Text size={400} dir="auto">
            {purpose}
          </Text>
          <Facts community={community} />
        </div>
      }
      actions={
        <>
          <JoinButton community={community} primary />
          <ShareButton path={`/communities/${id}`} label={name} />
          {mayManage(community) && (
            <Suspense fallback={<span className={styles.menuRoom} />}>
              <ManageMenu community={community} />
            </Suspense>
          )}
        </>
      }
    >
      <StandingNotice community={community} />
      {community.abilities.connect && hasSpace(community) && (
        <Suspense fallback={null}>
          <StalledSites communityId={id} />
        </Suspense>
      )}
      {community.asCaretaker ? <ForCaretaker community={community} /> : <Parts community={community} part={part} />}
    </Page>
  );
}

/** Nothing to do, no menu. */
const mayManage = ({ abilities: { edit, changeStage, close, leave, reopen } }: CommunityView) =>
  edit || changeStage || close || leave || reopen;

/** Who takes part, to choose somebody who looks after it; with that there is nothing more to see. */
function ForCaretaker({ community }: { community: CommunityView }) {
  if (!community.abilities.grantRoles) return null;
  return (
    <Suspense fallback={<LinesSkeleton />}>
      <MembersPart community={community} />
    </Suspense>
  );
}

function Parts({ community, part }: { community: CommunityView; part: Part }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { id, practiceCount, memberCount, abilities } = community;
  const home = `/communities/${id}`;
  const tabs: readonly TabChoice[] = [
    { value: 'overview', label: 'Overview' },
    { value: 'questions', label: 'Questions' },
    { value: 'practices', label: `Practices (${practiceCount})` },
    { value: 'gatherings', label: 'Gatherings' },
    { value: 'introductions', label: 'Introductions' },
    { value: 'mentoring', label: 'Mentoring' },
    { value: 'members', label: `Members (${memberCount})` },
    ...(abilities.moderate || part === 'moderation' ? [{ value: 'moderation', label: 'Moderation' }] : []),
  ];
  return (
    <>
      <ManyTabs
        tabs={tabs}
        selected={part}
        onSelect={(value) => navigate(value === 'overview' ? home : `${home}/${value}`)}
        label={`Parts of ${community.name}`}
      />
      <div role="tabpanel" aria-labelledby={`tab-${part}`} className={styles.panel}>
        <Suspense fallback={<LinesSkeleton />}>
          {part === 'overview' && <Overview community={community} />}
          {part === 'questions' && <QuestionsPart community={community} />}
          {part === 'practices' && <PracticesPart community={community} />}
          {part === 'gatherings' && <GatheringsPart community={community} />}
          {part === 'introductions' && <IntroductionsPart community={community} />}
          {part === 'mentoring' && <MentoringPart community={community} />}
          {part === 'moderation' && <ModerationPart community={community} />}
          {part === 'members' && <MembersPart community={community} />}
        </Suspense>
      </div>
    </>
  );
}
