import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

export interface Message {
  readonly id: string;
  /** The first message of its thread; a root message names itself. */
  readonly threadId: string;
  /** A sample person's key, or 'bot'. */
  readonly from: string;
  readonly at: string;
  readonly text?: string;
  readonly attachments: readonly Attachment[];
  readonly suggested?: readonly { title: string; value: string }[];
  readonly editedAt?: string;
  readonly deleted?: true;
  /** Cards that the bot gave to one person only, by that person's key (user-specific views). */
  readonly views: Readonly<Record<string, { card: unknown; at: string }>>;
}

export interface Conversation {
  readonly id: string;
  readonly messages: Message[];
}

export interface ChannelTab {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
}

export type Block =
  | { readonly id: string; readonly kind: 'text'; readonly text: string }
  | { readonly id: string; readonly kind: 'heading'; readonly text: string }
  | {
      readonly id: string;
      readonly kind: 'macro';
      readonly key: string;
      readonly config?: Record<string, unknown>;
      /** The link that was pasted, when the macro came from one. */
      readonly link?: string;
    };

/** One node of the Atlassian document format; what stands in it is its writer's business. */
export interface DocumentNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly DocumentNode[];
}

export interface PageProperty {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
  readonly version: number;
}

export interface WikiPage {
  readonly id: string;
  readonly title: string;
  /** A sample person's key, or «app». */
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly blocks: readonly Block[];
  /** Pages that were written over the REST API hold a document instead of blocks. */
  readonly document?: DocumentNode;
  /** Absent: 1. */
  readonly version?: number;
  readonly properties?: readonly PageProperty[];
  readonly trashed?: boolean;
}

export interface SceneState {
  conversations: Record<string, Conversation>;
  /** Where the app is installed: 'team', `chat:` with a chat's key, or a person's key. */
  installed: string[];
  tabs: Record<string, ChannelTab[]>;
  pages: WikiPage[];
}

export type SceneEvent =
  | { readonly type: 'conversation'; readonly id: string }
  | { readonly type: 'typing'; readonly id: string }
  | { readonly type: 'tabs' }
  | { readonly type: 'pages' };

const empty = (): SceneState => ({ conversations: {}, installed: [], tabs: {}, pages: [] });

/** Everything the two hosts remember. With a file it survives a restart; a damaged file starts a new scene. */
export function openScene(firstPages: () => WikiPage[], file?: string) {
  const state = read(file);
  if (state.pages.length === 0) state.pages = firstPages();
  const events = new EventEmitter().setMaxListeners(0);
  let waiting: NodeJS.Timeout | undefined;
  let lastId = 0;

  const write = () => {
    waiting = undefined;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  };

  return {
    state,
    conversation: (id: string): Conversation => (state.conversations[id] ??= { id, messages: [] }),
    /** Message ids are milliseconds, as in Teams, and never repeat. */
    nextId: () => String((lastId = Math.max(lastId + 1, Date.now()))),
    changed(event: SceneEvent) {
      events.emit('event', event);
      if (event.type !== 'typing') waiting ??= setTimeout(write, 250);
    },
    listen(listener: (event: SceneEvent) => void) {
      events.on('event', listener);
      return () => void events.off('event', listener);
    },
    close() {
      clearTimeout(waiting);
      if (waiting) write();
    },
  };
}

export type Scene = ReturnType<typeof openScene>;

function read(file: string | undefined): SceneState {
  if (!file) return empty();
  try {
    return { ...empty(), ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<SceneState>) };
  } catch {
    return empty();
  }
}
