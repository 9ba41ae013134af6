import { useLayoutEffect } from 'react';

let outside: HTMLElement | undefined;

/** Remembers the last focused element of the page itself, outside of menus and dialogs. Called once, at the start. */
export function watchFocus() {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('[role="menu"], [role="dialog"]')) outside = target;
  });
}

/** Fluent needs a moment to take the dialog away, and menus to give the focus back. */
const SETTLE_MS = 80;

/** Gives the focus back to where it was before a dialog opened, or to the page's heading when that is gone. */
export function useFocusBack() {
  useLayoutEffect(() => {
    const opener = outside;
    return () => {
      setTimeout(() => {
        const elsewhere = document.activeElement && document.activeElement !== document.body;
        if (elsewhere || document.querySelector('[role="dialog"]')) return;
        const target = opener?.isConnected ? opener : document.querySelector('h1');
        target?.focus({ preventScroll: true });
      }, SETTLE_MS);
    };
  }, []);
}
