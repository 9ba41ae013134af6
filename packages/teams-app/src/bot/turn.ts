import type { Actor, Core, Result } from '@copse/core';
import type { SearchKind } from '@copse/core/contracts';
import type { Place } from './activity.ts';
import type { Card } from './cards/card.ts';
import type { CommandName } from './command-names.ts';
import type { Links } from './links.ts';
import type { Signed } from './signed.ts';
import type { Saying, ThreadRefusal } from './threads.ts';

/** One thing that a person wrote or clicked, and all that is known around it. No SDK type appears here. */
export type Turn = {
  readonly actor: Actor;
  /** The name that the organisation knows them by. */
  readonly name: string;
  readonly place: Place;
  /** The sender's id in Teams, for cards with a view of their own. */
  readonly teamsId: string;
  readonly links: Links;
  /** Who sent it, as Teams vouches for them. */
  readonly sender: { readonly tenantId: string; readonly objectId: string };
  /** The conversation with its thread, as Teams names it. */
  readonly conversationId: string;
  /** The message whose card was used. */
  readonly cardId: string | undefined;
  /** What was written, as Markdown with its line breaks; empty where nothing was. */
  readonly written: () => string;
  readonly signed: Signed;
  readonly now: () => Date;
  /** Whose own view of a card about `subject` is fetched here; `quietly` leaves out who uses it now. */
  readonly viewersOf: (subject: string, quietly: boolean) => Promise<readonly string[] | undefined>;
  /** Whether this change of a shared card has to be made: the first of many who notice it makes it. */
  readonly isNews: (change: string) => boolean;
  /** Writes to one person in their own chat. `false`: they have not added the app, or Teams did not take it. */
  readonly tell: (objectId: string, message: { readonly card: Card; readonly summary: string }) => Promise<boolean>;
  /**
   * What people said around a message of this conversation, and of no other: where it is, Teams says, and nothing that a
   * client sent. `undefined` where there is nobody else to be heard.
   */
  readonly hear: (heard: Heard) => Promise<Result<readonly Saying[], ThreadRefusal> | undefined>;
};

/** A message of the conversation that a command was used on. */
export type Heard = {
  /** The message that its thread began with. Where Teams names the thread itself, that counts. */
  readonly rootId: string;
  readonly messageId: string;
  /** Milliseconds. */
  readonly within: number;
};

/** What to say. `adapter.ts` says it; `summary` is what a notification shows. */
export type Reply = Said & {
  /** A card of ours in this conversation that looks different now. */
  readonly redraw?: Redraw | undefined;
};

type Said =
  /** A new message with a card; `onSent` hears its id. */
  | { readonly card: Card; readonly summary: string; readonly onSent?: (messageId: string) => Promise<unknown> }
  /** The clicked card becomes this one for who clicked; `forAll` also changes the message itself. */
  | { readonly update: Card; readonly forAll?: Card | undefined }
  | { readonly text: string }
  /** The answer to what is neither a message nor a card's button: a dialog, results. */
  | { readonly body: object | undefined };

export type Redraw = { readonly cardId: string; readonly card: Card };

export type Command = {
  readonly name: CommandName;
  /** How to write it, as people read it. */
  readonly usage: string;
  readonly does: string;
  /** `words` is what was written after the name, `kind` what a plain sentence looks for. */
  readonly run: (core: Core, turn: Turn, words: string, kind?: SearchKind) => Promise<Reply>;
};

/** A button of a card. `data` was sent to the client and back, so it is checked like any stranger's input. */
export type CardAction = {
  readonly verb: string;
  readonly run: (core: Core, turn: Turn, data: unknown) => Promise<Reply>;
};
