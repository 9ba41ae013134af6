import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { CardsSkeleton, LinesSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { Accounts } from './accounts.tsx';
import { Erased } from './erased.tsx';
import { MyData } from './my-data.tsx';
import { Profile } from './profile.tsx';
import { useMe } from '../../shell/see-me.ts';

const Organisation = lazy(() => import(/* webpackChunkName: "organisation" */ './organisation.tsx'));
const MyQuestions = lazy(() => import(/* webpackChunkName: "my-questions" */ './my-questions.tsx'));
const MyIntroductions = lazy(() => import(/* webpackChunkName: "my-introductions" */ './my-introductions.tsx'));
const MyMentoring = lazy(() => import(/* webpackChunkName: "my-mentoring" */ './my-mentoring.tsx'));

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, maxWidth: '48rem' },
});

export default function MePage() {
  const me = useMe();
  const [erased, setErased] = useState(false);
  if (erased) return <Erased />;
  return (
    <Page
      title="Me"
      lead={
        <Text>
          Your questions, what colleagues can find you by, your accounts and your data.{' '}
          <PlaceLink to="/notifications/settings">What Copse tells you and when</PlaceLink>
        </Text>
      }
    >
      <Loaded query={me} skeleton={<LinesSkeleton lines={10} />}>
        {(view) => <Parts me={view} onErased={() => setErased(true)} />}
      </Loaded>
    </Page>
  );
}

/**
 * Whoever has told nothing about themselves yet begins with the profile, from which suggestions come; later what is
 * going on stands first. The order stays as long as the page is open, so that saving moves nothing.
 */
function Parts({ me, onErased }: { me: MeView; onErased: () => void }) {
  const styles = useStyles();
  const [profileFirst] = useState(!me.profileStarted);
  return (
    <div className={styles.all}>
      {profileFirst && <Profile me={me} />}
      <Suspense fallback={<CardsSkeleton cards={1} />}>
        <MyQuestions />
      </Suspense>
      <Suspense fallback={<CardsSkeleton cards={1} />}>
        <MyIntroductions />
      </Suspense>
      <Suspense fallback={<CardsSkeleton cards={1} />}>
        <MyMentoring />
      </Suspense>
      {!profileFirst && <Profile me={me} />}
      <Accounts me={me} />
      {me.abilities.administer && (
        <Suspense fallback={<LinesSkeleton />}>
          <Organisation />
        </Suspense>
      )}
      <MyData onErased={onErased} />
    </div>
  );
}
