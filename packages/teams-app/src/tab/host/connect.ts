import { app, FrameContexts } from '@microsoft/teams-js';
import type { HostSettings } from './settings.ts';

export type ThemeName = 'default' | 'dark' | 'contrast';

export type Host = {
  readonly theme: ThemeName;
  /** Who is signed in to Teams, to keep the drafts of two people on one device apart. No proof of anything. */
  readonly userId: string;
  /** A BCP 47 tag, for dates and numbers. */
  readonly locale: string;
  /** The static tab's id (`home`, `questions`, `discover`, `me`), or the id of a channel tab. */
  readonly pageId: string;
  readonly subPageId?: string;
  readonly frame: 'content' | 'settings';
  readonly channel?: {
    readonly id: string;
    readonly name?: string;
    readonly teamId?: string;
    readonly teamName?: string;
  };
  readonly chatId?: string;
};

export type Connection = { readonly inTeams: true; readonly host: Host } | { readonly inTeams: false };

/** Longer than any slow phone was seen to take, short enough that nobody gives up in front of a spinner. */
const PATIENCE_MS = 8000;

/**
 * Shakes hands with Teams (or another listed host) and reads where we are.
 *
 * Answers `{ inTeams: false }` when nobody answers in time: in a plain browser window at once, in a frame of a page
 * that is not listed after `patience` milliseconds, because the SDK never settles there.
 */
export async function connect(settings: HostSettings, patience = PATIENCE_MS): Promise<Connection> {
  if (window.parent === window && !window.opener) return { inTeams: false };
  try {
    await within(patience, app.initialize([...settings.hostOrigins]));
    const context = await within(patience, app.getContext());
    return { inTeams: true, host: readContext(context) };
  } catch {
    return { inTeams: false };
  }
}

function readContext({ app: info, page, user, channel, team, chat }: app.Context): Host {
  const { subPageId } = page;
  return {
    theme: themeName(info.theme),
    userId: user?.id ?? 'somebody',
    locale: usableLocale(info.locale),
    pageId: page.id,
    frame: page.frameContext === FrameContexts.settings ? 'settings' : 'content',
    ...(subPageId ? { subPageId } : {}),
    ...(channel?.id
      ? {
          channel: {
            id: channel.id,
            ...(channel.displayName ? { name: channel.displayName } : {}),
            // The team's thread id, which the bot sees too; the group id it does not always get.
            ...(team?.internalId ? { teamId: team.internalId } : {}),
            ...(team?.displayName ? { teamName: team.displayName } : {}),
          },
        }
      : {}),
    ...(chat?.id ? { chatId: chat.id } : {}),
  };
}

/** Teams adds themes now and then (“glass”); an unknown one is light, as Teams itself falls back. */
export const themeName = (theme: string): ThemeName => (theme === 'dark' || theme === 'contrast' ? theme : 'default');

function usableLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? navigator.language;
  } catch {
    return navigator.language;
  }
}

/** Calls `listener` at once for every change of theme that Teams announces. */
export function onThemeChange(listener: (theme: ThemeName) => void) {
  app.registerOnThemeChangeHandler((theme) => listener(themeName(theme)));
}

/** Tells Teams that the page may be shown; without it Teams shows an error after 30 seconds. */
export function reportReady() {
  app.notifyAppLoaded();
  void app.notifySuccess();
}

export function reportFailure(message: string) {
  app.notifyFailure({ reason: app.FailedReason.Other, message });
}

/** Opens a Teams deep link or a web page by way of the host, which alone may leave the frame. */
export const openLink = (link: string) => app.openLink(link);

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer from the host')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
