/**
 * The host side of `@forge/bridge` inside a macro's frame, as Forge's global script is in production: it gives the
 * bundle `callBridge` and carries each call to the page that holds the frame. Functions stay here, data travels.
 */
type Callback = (payload: unknown) => void;

interface FromHost {
  readonly copse: 'answer' | 'event' | 'theme' | 'closed';
  readonly call?: number;
  readonly value?: unknown;
  readonly problem?: string;
  readonly event?: string;
  readonly payload?: unknown;
  readonly mode?: string;
}

const THEME = 'light:light dark:dark spacing:spacing shape:shape typography:typography';

const waiting = new Map<number, { resolve: Callback; reject: (error: Error) => void }>();
const listeners = new Map<string, Set<Callback>>();
const closers = new Map<number, Callback>();
const closing = new Set<Callback>();
let calls = 0;

function ask(command: string, data?: unknown): Promise<unknown> {
  const call = (calls += 1);
  return new Promise((resolve, reject) => {
    waiting.set(call, { resolve, reject });
    window.parent.postMessage({ forge: 'call', call, command, data }, '*');
  });
}

function wear(mode: string) {
  document.documentElement.dataset['theme'] = THEME;
  document.documentElement.dataset['colorMode'] = mode;
}

function listen(data: { event: string; callback: Callback }) {
  const heard = listeners.get(data.event) ?? new Set<Callback>();
  listeners.set(data.event, heard.add(data.callback));
  return { unsubscribe: () => void heard.delete(data.callback) };
}

async function enableTheming() {
  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = '/forge-host/tokens.css';
  const loaded = new Promise((resolve) => {
    styles.addEventListener('load', resolve);
    styles.addEventListener('error', resolve);
  });
  document.head.prepend(styles);
  wear(String(await ask('theme')));
  await loaded;
}

async function openModal({ onClose, ...shown }: { onClose?: Callback; [more: string]: unknown }) {
  const key = (calls += 1);
  if (onClose) closers.set(key, onClose);
  return ask('openModal', { ...shown, key });
}

function createHistory() {
  const heard = new Set<(location: unknown, action: string) => void>();
  const entries = [{ pathname: '/', search: '', hash: '', key: 'start' }];
  const history = {
    action: 'POP',
    location: entries[0],
    get length() {
      return entries.length;
    },
    listen(listener: (location: unknown, action: string) => void) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    push: (path: string) => go('PUSH', path),
    replace: (path: string) => go('REPLACE', path),
    go: () => undefined,
    goBack: () => undefined,
    goForward: () => undefined,
  };
  function go(action: string, path: string) {
    const { pathname, search, hash } = new URL(path, 'https://host.invalid');
    const location = { pathname, search, hash, key: String(entries.length) };
    if (action === 'REPLACE') entries.pop();
    entries.push(location);
    history.action = action;
    history.location = location;
    for (const listener of heard) listener(location, action);
  }
  return history;
}

async function callBridge(command: string, data?: unknown): Promise<unknown> {
  switch (command) {
    case 'on':
    case 'onPublic':
      return listen(data as { event: string; callback: Callback });
    case 'onClose':
      closing.add(data as Callback);
      return true;
    case 'createHistory':
      return createHistory();
    case 'enableTheming':
      return enableTheming();
    case 'openModal':
      return openModal(data as { onClose?: Callback });
    default:
      return ask(command, data);
  }
}

window.addEventListener('message', ({ source, data }: MessageEvent<FromHost | undefined>) => {
  if (source !== window.parent || !data?.copse) return;
  if (data.copse === 'theme') wear(data.mode ?? 'light');
  if (data.copse === 'event') for (const heard of listeners.get(data.event ?? '') ?? []) heard(data.payload);
  if (data.copse === 'closed') closers.get(data.call ?? 0)?.(data.payload);
  const caller = data.copse === 'answer' ? waiting.get(data.call ?? 0) : undefined;
  if (!caller) return;
  waiting.delete(data.call ?? 0);
  if (data.problem) caller.reject(new Error(data.problem));
  else caller.resolve(data.value);
});

/** Frames grow with what they show, as in Confluence. */
function reportHeight() {
  const body = document.body;
  const height = Math.ceil(Math.max(body.scrollHeight, body.getBoundingClientRect().height));
  window.parent.postMessage({ forge: 'height', height }, '*');
}

window.addEventListener('DOMContentLoaded', () => {
  new ResizeObserver(reportHeight).observe(document.body);
  new MutationObserver(reportHeight).observe(document.body, { childList: true, subtree: true, attributes: true });
});
window.addEventListener('load', reportHeight);

Object.assign(globalThis, { __bridge: { callBridge } });
