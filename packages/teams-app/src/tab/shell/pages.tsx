import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { WayAround } from './way-around.tsx';

const HomePage = lazy(() => import(/* webpackChunkName: "home" */ '../features/home/page.tsx'));
const DiscoverPage = lazy(() => import(/* webpackChunkName: "discover" */ '../features/discover/page.tsx'));
const CommunityPage = lazy(() => import(/* webpackChunkName: "community" */ '../features/community/page.tsx'));
const PracticePage = lazy(() => import(/* webpackChunkName: "practice" */ '../features/practice/page.tsx'));
const QuestionsPage = lazy(() => import(/* webpackChunkName: "questions" */ '../features/questions/page.tsx'));
const GatheringsPage = lazy(() => import(/* webpackChunkName: "gatherings" */ '../features/gatherings/page.tsx'));
const GatheringPage = lazy(() => import(/* webpackChunkName: "gathering" */ '../features/gathering/page.tsx'));
const AskPage = lazy(() => import(/* webpackChunkName: "ask" */ '../features/ask/page.tsx'));
const QuestionPage = lazy(() => import(/* webpackChunkName: "question" */ '../features/question/page.tsx'));
const SearchPage = lazy(() => import(/* webpackChunkName: "search" */ '../features/search/page.tsx'));
const NotificationsPage = lazy(
  () => import(/* webpackChunkName: "notifications" */ '../features/notifications/page.tsx'),
);
const PersonPage = lazy(() => import(/* webpackChunkName: "person" */ '../features/person/page.tsx'));
const IntroductionPage = lazy(() => import(/* webpackChunkName: "introduction" */ '../features/introduction/page.tsx'));
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
  main: { outlineStyle: 'none' },
});

export function Pages() {
  const styles = useStyles();
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
      <ErrorBoundary>
        <WayAround />
      </ErrorBoundary>
      <main id="content" tabIndex={-1} className={styles.main}>
        <CurrentPage />
      </main>
    </Router>
  );
}

function CurrentPage() {
  const [path] = useLocation();
  const [, subject, id] = path.split('/');
  // The words of a search stand in its address, and the page must outlive every letter that is typed.
  const page = subject === 'search' || subject === 'notifications' ? subject : `${subject}/${id}`;
  return (
    <ErrorBoundary key={page}>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <Route path="/home" component={HomePage} />
          <Route path="/discover" component={DiscoverPage} />
          <Route path="/me" component={MePage} />
          <Route path="/communities/:id/:part?">
            {({ id, part }) => <CommunityPage key={id} id={id} part={part} />}
          </Route>
          <Route path="/practices/:id/:part?">{({ id, part }) => <PracticePage key={id} id={id} part={part} />}</Route>
          <Route path="/search/:words?/:kind?">{({ words, kind }) => <SearchPage words={words} kind={kind} />}</Route>
          <Route path="/notifications/:part?">{({ part }) => <NotificationsPage part={part} />}</Route>
          <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
          <Route path="/gatherings" component={GatheringsPage} />
          <Route path="/gatherings/:id">{({ id }) => <GatheringPage key={id} id={id} />}</Route>
          <Route path="/introductions/:id">{({ id }) => <IntroductionPage key={id} id={id} />}</Route>
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
