import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useGlobalStyles } from './global-styles.ts';
import { themes } from './theme.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listen = (changed: () => void) => {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
};

/** Fluent without Teams, in the colours that the browser asks for. */
export function Bare({ children }: { children: ReactNode }) {
  useGlobalStyles();
  const isDark = useSyncExternalStore(listen, () => dark.matches);
  return <FluentProvider theme={isDark ? themes.dark : themes.default}>{children}</FluentProvider>;
}
