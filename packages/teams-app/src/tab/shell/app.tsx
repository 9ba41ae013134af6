import { FluentProvider, makeStyles, tokens, useFocusFinders } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { onThemeChange } from '../host/connect.ts';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useGlobalStyles } from './global-styles.ts';
import { NoticesProvider } from './notices.tsx';
import { Pages } from './pages.tsx';
import { type Session, SessionProvider } from './session.tsx';
import { themes } from './theme.ts';

const ConfigurePage = lazy(() => import(/* webpackChunkName: "configure" */ '../features/configure/page.tsx'));

const useStyles = makeStyles({
  provider: { backgroundColor: 'transparent' },
  ground: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

const newQueryClient = () =>
  new QueryClient({
    // The API client retries what is worth retrying; a second layer would only multiply the waiting.
    // Nor does it wait in silence while the browser believes to be offline: people are told, and can try again.
    defaultOptions: {
      queries: { retry: false, staleTime: 20_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export function App({ session, configuring }: { session: Session; configuring: boolean }) {
  useGlobalStyles();
  const styles = useStyles();
  const [queries] = useState(newQueryClient);
  const [theme, setTheme] = useState(session.host.theme);
  useEffect(() => onThemeChange(setTheme), []);
  useEffect(() => {
    // The browser's own parts (date pickers, scroll bars, lists) take their colours from this.
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);

  return (
    <FluentProvider theme={themes[theme]} className={styles.provider}>
      {/* Portals inherit the provider's class, so the opaque ground has an element of its own. */}
      <div className={styles.ground}>
        <QueryClientProvider client={queries}>
          <SessionProvider session={session}>
            <NoticesProvider>
              <FocusKeeper />
              {configuring ? (
                <main>
                  <ErrorBoundary>
                    <Suspense fallback={<PageSkeleton />}>
                      <ConfigurePage />
                    </Suspense>
                  </ErrorBoundary>
                </main>
              ) : (
                <Pages />
              )}
            </NoticesProvider>
          </SessionProvider>
        </QueryClientProvider>
      </div>
    </FluentProvider>
  );
}

/**
 * Holds Fluent's focus manager for as long as the tab lives. It is thrown away with its last user; were that a dialog,
 * nobody would be left to show the page to screen readers again, from which the dialog had hidden it.
 */
function FocusKeeper() {
  useFocusFinders();
  return null;
}
