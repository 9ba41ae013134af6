import { Link, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useSession } from './session.tsx';

const HomePage = lazy(() => import(/* webpackChunkName: "home" */ '../features/home/page.tsx'));
const DiscoverPage = lazy(() => import(/* webpackChunkName: "discover" */ '../features/discover/page.tsx'));
const CommunityPage = lazy(() => import(/* webpackChunkName: "community" */ '../features/community/page.tsx'));
const PracticePage = lazy(() => import(/* webpackChunkName: "practice" */ '../features/practice/page.tsx'));
const QuestionsPage = lazy(() => import(/* webpackChunkName: "questions" */ '../features/questions/page.tsx'));
const AskPage = lazy(() => import(/* webpackChunkName: "ask" */ '../features/ask/page.tsx'));
const QuestionPage = lazy(() => import(/* webpackChunkName: "question" */ '../features/question/page.tsx'));
const MePage = lazy(() => import(/* webpackChunkName: "me" */ '../features/me/page.tsx'));

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    top: '-4rem',
    zIndex: 10,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus': { top: tokens.spacingVerticalS },
  },
  bar: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingInline: tokens.spacingHorizontalL,
  },
  main: { outlineStyle: 'none' },
});

/** The ids of the personal app's own tabs: there, Teams shows the way around. */
const PERSONAL_TABS = new Set(['home', 'discover', 'me']);

export function Pages() {
  const styles = useStyles();
  const { host } = useSession();
  return (
    <Router hook={useHashLocation}>
      <Link
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        Skip to the content
      </Link>
      {!PERSONAL_TABS.has(host.pageId) && <WayAround />}
      <main id="content" tabIndex={-1} className={styles.main}>
        <CurrentPage />
      </main>
    </Router>
  );
}

function CurrentPage() {
  const [path] = useLocation();
  const [, subject, id] = path.split('/');
  return (
    <ErrorBoundary key={`${subject}/${id}`}>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <Route path="/home" component={HomePage} />
          <Route path="/discover" component={DiscoverPage} />
          <Route path="/me" component={MePage} />
          <Route path="/communities/:id/:part?">
            {({ id, part }) => <CommunityPage key={id} id={id} part={part} />}
          </Route>
          <Route path="/practices/:id/:part?">{({ id, part }) => <PracticePage key={id} id={id} part={part} />}</Route>
          <Route path="/questions" component={QuestionsPage} />
          <Route path="/questions/ask/:communityId?">
            {({ communityId }) => <AskPage key={communityId} communityId={communityId} />}
          </Route>
          <Route path="/questions/:id/:part?">{({ id, part }) => <QuestionPage key={id} id={id} part={part} />}</Route>
          <Route>
            <Redirect to="/home" replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** In a channel or chat there is no Teams navigation of ours, so the tab brings its own. */
function WayAround() {
  const styles = useStyles();
  const [path, navigate] = useLocation();
  const here = path.split('/')[1] ?? '';
  return (
    <nav aria-label="Copse" className={styles.bar}>
      <TabList selectedValue={here} onTabSelect={(_, { value }) => navigate(`/${String(value)}`)} size="small">
        <Tab value="home">Home</Tab>
        <Tab value="questions">Questions</Tab>
        <Tab value="discover">Discover</Tab>
        <Tab value="me">Me</Tab>
      </TabList>
    </nav>
  );
}
