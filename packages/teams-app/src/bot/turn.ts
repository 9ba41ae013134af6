import type { Actor, Core } from '@copse/core';
import type { SearchKind } from '@copse/core/contracts';
import type { Place } from './activity.ts';
import type { Card } from './cards/card.ts';
import type { CommandName } from './command-names.ts';
import type { Links } from './links.ts';

/** One thing that a person wrote or clicked, and all that is known around it. No SDK type appears here. */
export type Turn = {
  readonly actor: Actor;
  readonly place: Place;
  /** The sender's id in Teams, for cards with a view of their own. */
  readonly teamsId: string;
  readonly links: Links;
};

/** What to say. `adapter.ts` says it; `summary` is what a notification shows. */
export type Reply =
  /** A new message with a card. */
  | { readonly card: Card; readonly summary: string }
  /** The clicked card becomes this one for who clicked; `forAll` also changes the message itself. */
  | { readonly update: Card; readonly forAll?: Card }
  | { readonly text: string };

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
