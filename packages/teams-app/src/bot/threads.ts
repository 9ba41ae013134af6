import type { Result } from '@copse/core';

/** Where people talk, as Teams itself names it. */
export type TalkPlace = { readonly tenantId: string } & (
  | {
      readonly kind: 'thread';
      /** Object id in Entra of the group that the team is. */
      readonly groupId: string;
      readonly channelId: string;
      /** The message that the thread began with. */
      readonly rootId: string;
    }
  | { readonly kind: 'chat'; readonly chatId: string }
);

/** What a person said there. */
export type Saying = {
  readonly id: string;
  /** Who said it, by their object id in Entra; nothing for somebody without an account in this tenant. */
  readonly objectId: string | undefined;
  readonly name: string;
  /** As it was written: HTML of Teams, or words alone. */
  readonly content: string;
  readonly isHtml: boolean;
};

export type ThreadRefusal =
  /** The service may not ask Teams in this tenant. */
  | 'threads-not-set-up'
  /** This team or chat has not agreed. */
  | 'thread-not-allowed'
  /** It failed, or took too long; the next try may work. */
  | 'thread-away';

export type Looked = {
  /** The message that has to be among them, if it can be found. */
  readonly around: string;
  readonly most: number;
  /** Ends the reading, for somebody is waiting. */
  readonly signal: AbortSignal;
};

/** What people said in a thread or a chat around one message, the earliest first. Leaves out bots and what was deleted. */
export type ThreadReader = (place: TalkPlace, looked: Looked) => Promise<Result<readonly Saying[], ThreadRefusal>>;
