import { useLayoutEffect } from 'react';

let outside: HTMLElement | undefined;
/** What `outside` stands in, from the inside out. */
let around: readonly HTMLElement[] = [];

/**
 * Remembers the last focused element of the page itself, outside of menus and dialogs. Where what was done takes it away,
 * as joining does with its button, the focus goes to what is nearest, not back to the top. Called once, at the start.
 */
export function watchFocus() {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.closest('[role="menu"], [role="dialog"]')) return;
    outside = target;
    around = placesOf(target);
  });
  new MutationObserver(() => {
    if (!outside || outside.isConnected || isSomewhere()) return;
    const near = around.find((place) => place.isConnected && place.querySelector(FOCUSABLE));
    near?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), textarea, select, h1[tabindex]';

function placesOf(element: HTMLElement): readonly HTMLElement[] {
  const places: HTMLElement[] = [];
  for (let place = element.parentElement; place && place !== document.body; place = place.parentElement) {
    places.push(place);
  }
  return places;
}

const isSomewhere = () =>
  (document.activeElement !== null && document.activeElement !== document.body) ||
  document.querySelector('[role="dialog"]') !== null;

/** Fluent needs a moment to take the dialog away, and menus to give the focus back. */
const SETTLE_MS = 80;

/** Gives the focus back to where it was before a dialog opened, or to the page's heading when that is gone. */
export function useFocusBack() {
  useLayoutEffect(() => {
    const opener = outside;
    return () => {
      setTimeout(() => {
        if (isSomewhere()) return;
        const target = opener?.isConnected ? opener : document.querySelector('h1');
        target?.focus({ preventScroll: true });
      }, SETTLE_MS);
    };
  }, []);
}
