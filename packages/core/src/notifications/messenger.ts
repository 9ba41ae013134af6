import type { NotificationKind } from './kind.ts';
import type { Subject, What } from './happening.ts';

/** Where a message goes. */
export type Destination =
  | {
      readonly by: 'bot';
      readonly organisationId: string;
      readonly tenantId: string;
      readonly serviceUrl: string;
      readonly to: 'person' | 'place';
      /** The conversation, once the bot has met them there. */
      readonly conversationId: string | undefined;
      /** Their object id in Entra, to begin a conversation with. */
      readonly objectId: string | undefined;
    }
  | { readonly by: 'webhook'; readonly url: string };

/** One thing that is told, in words of ours and titles that people wrote. */
export type MessageItem = {
  readonly kind: NotificationKind;
  readonly what: What;
  readonly title: string;
  readonly because: string;
  readonly link: Subject;
  readonly community: { readonly id: string; readonly name: string } | undefined;
  /** The first words of what it is about, as plain text. */
  readonly excerpt: string | undefined;
  readonly topics: readonly string[];
};

/** What a recipient reads: one thing, or several of which none is worth a message of its own. */
export type OutgoingMessage = {
  readonly items: readonly MessageItem[];
  /** How many more there are than are shown. */
  readonly more: number;
  readonly forPlace: boolean;
};

/**
 * What became of it.
 *
 * - `blocked`: they do not want messages of the bot; nothing is sent there again until they come back.
 * - `refused`: it will not be taken, whatever we do.
 * - `later`: it may be tried again, not before `afterMs`. It has perhaps been delivered where `unsure`.
 */
export type Outcome =
  | { readonly outcome: 'sent'; readonly activityId?: string | undefined; readonly conversationId?: string | undefined }
  | { readonly outcome: 'blocked' }
  | { readonly outcome: 'refused'; readonly reason: RefusedBecause }
  | {
      readonly outcome: 'later';
      readonly reason: string;
      readonly afterMs?: number | undefined;
      readonly unsure?: boolean;
    };

/** Why a message cannot be delivered; kept, and told in the words of trouble.ts. */
export type RefusedBecause =
  | 'not-installed'
  | 'no-bot'
  | 'no-account'
  | 'conversation-gone'
  | 'not-taken'
  | 'webhook-gone';

/** It had left, and whether it arrived nobody knows: the process was killed over it, or Teams was lost sight of too often. */
export const IN_DOUBT = 'in-doubt';
