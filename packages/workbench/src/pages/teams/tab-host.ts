/** The host's end of teams-js: what Teams answers to a tab that it shows in a frame. */
export interface TabSettings {
  readonly entityId?: string;
  readonly contentUrl?: string;
  readonly websiteUrl?: string;
  readonly suggestedDisplayName?: string;
}

export interface TaskInfo {
  readonly url?: string;
  readonly title?: string;
  readonly height?: unknown;
  readonly width?: unknown;
}

export interface TabHost {
  readonly frameContext: 'content' | 'settings' | 'task';
  readonly context: () => Record<string, unknown>;
  readonly token: () => Promise<string>;
  readonly openLink: (link: string) => boolean;
  readonly settings?: () => TabSettings;
  readonly onSettings?: (settings: TabSettings) => void;
  readonly onValid?: (valid: boolean) => void;
  readonly onSaved?: (problem?: string) => void;
  readonly onReady?: () => void;
  readonly onFailure?: (message: string) => void;
  readonly startTask?: (info: TaskInfo) => Promise<readonly [error: unknown, result: unknown]>;
  readonly completeTask?: (result: unknown) => void;
  readonly onShare?: (link: string) => void;
}

interface Call {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func?: string;
  readonly args?: readonly unknown[];
}

const RUNTIME = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: {
    clipboard: {},
    dialog: { card: { bot: {} }, url: { bot: {}, parentCommunication: {} }, update: {} },
    pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} },
    sharing: {},
    teamsCore: {},
  },
});

const text = (value: unknown) => (typeof value === 'string' ? value : '');

async function copy(content: unknown) {
  const { mimeType, content: data } = (content ?? {}) as { mimeType?: string; content?: string };
  const bytes = Uint8Array.from(atob(data ?? ''), (letter) => letter.codePointAt(0) ?? 0);
  if (mimeType === 'text/plain') await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
  else
    await navigator.clipboard.write([
      new ClipboardItem({ [text(mimeType)]: new Blob([bytes], { type: text(mimeType) }) }),
    ]);
}

/** Answers a frame until `detach`; `send` tells it what happens in the host (themeChange, settings.save). */
export function attachTabHost(frame: HTMLIFrameElement, host: TabHost) {
  const origin = new URL(frame.src).origin;
  const post = (message: unknown) => frame.contentWindow?.postMessage(message, origin);

  async function answerTo(func: string, args: readonly unknown[]): Promise<readonly unknown[] | undefined> {
    switch (func) {
      case 'initialize':
        return [host.frameContext, 'web', RUNTIME, '2.0.1'];
      case 'getContext':
        return [host.context()];
      case 'authentication.getAuthToken':
        return host.token().then(
          (token) => [true, token],
          () => [false, 'resourceRequiresConsent'],
        );
      case 'appInitialization.success':
      case 'appInitialization.appLoaded':
        host.onReady?.();
        return undefined;
      case 'appInitialization.failure':
        host.onFailure?.(text(args[1]));
        return undefined;
      case 'executeDeepLink':
        return host.openLink(text(args[0])) ? [true] : [false, 'The link could not be opened.'];
      case 'pages.navigateToApp':
        return [true];
      case 'settings.getSettings':
        return [host.settings?.() ?? {}];
      case 'settings.setSettings':
        host.onSettings?.(args[0] ?? {});
        return [true];
      case 'settings.setValidityState':
        host.onValid?.(args[0] === true);
        return undefined;
      case 'settings.save.success':
        host.onSaved?.();
        return undefined;
      case 'settings.save.failure':
        host.onSaved?.(text(args[0]) || 'The tab could not be saved.');
        return undefined;
      case 'tasks.startTask':
        return host.startTask?.(args[0] ?? {}) ?? ['unsupported', undefined];
      case 'tasks.completeTask':
        host.completeTask?.(args[0]);
        return undefined;
      case 'clipboard.writeToClipboard':
        return copy(args[0]).then(
          () => [undefined],
          () => [{ errorCode: 1000, message: 'Copying was not allowed.' }],
        );
      case 'shareDeepLink':
        host.onShare?.(text(args[2]));
        return undefined;
      case 'sharing.shareWebContent': {
        const [first] = ((args[0] ?? {}) as { content?: { url?: string }[] }).content ?? [];
        host.onShare?.(first?.url ?? '');
        return [undefined, undefined];
      }
      case 'navigateBack':
        history.back();
        return [true];
      default:
        // Registrations of handlers and signals that need no answer.
        return undefined;
    }
  }

  // A frame that has not spoken yet may still be at another origin, and gets the theme with its context anyway.
  let hasSpoken = false;
  const listen = ({ source, origin: from, data }: MessageEvent<Call | undefined>) => {
    if (source !== frame.contentWindow || from !== origin || typeof data?.func !== 'string') return;
    hasSpoken = true;
    const { id, uuidAsString } = data;
    void answerTo(data.func, data.args ?? []).then((args) => {
      if (args) post({ id, uuidAsString, args });
    });
  };
  window.addEventListener('message', listen);
  return {
    send: (func: string, args: readonly unknown[]) => (hasSpoken ? post({ func, args }) : undefined),
    detach: () => window.removeEventListener('message', listen),
  };
}

export type AttachedTab = ReturnType<typeof attachTabHost>;
