import { textIn } from './actions/data.ts';
import type { MessageAt, PickedMessage } from './picked-message.ts';
import type { Turn } from './turn.ts';

const OPEN_DAYS = 1;
const LONGEST = 8000;

/** What a dialog has to remember of the messages it began with, from page to page. */
export type Heard = {
  readonly who: readonly (string | null)[];
  readonly link: string | null;
  readonly at: MessageAt | null;
  /** The messages that were picked, where there were several to pick from. */
  readonly chosen: readonly string[] | null;
};

/** Goes to the client and comes back with the next page. */
export const signHeard = (turn: Turn, picked: PickedMessage | undefined, chosen?: readonly string[]): string => {
  const heard: Heard = {
    who: [...new Set((picked?.parts ?? []).map(({ objectId }) => objectId ?? null))],
    link: picked?.link ?? null,
    at: picked?.at ?? null,
    chosen: chosen ?? null,
  };
  return turn.signed.sign('heard', heard, OPEN_DAYS);
};

export const readHeard = (turn: Turn, data: unknown): Heard | undefined =>
  turn.signed.read('heard', textIn(data, 'heard', LONGEST)) as Heard | undefined;

/** Who spoke, where nothing but that is known any more: Teams sends the message with the first page only. */
export const pickedAgain = ({ who, link, at }: Heard, text: string): PickedMessage | undefined =>
  who.length === 0
    ? undefined
    : {
        parts: who.map((one) => ({ objectId: one ?? undefined, text })),
        link: link ?? undefined,
        at: at ?? undefined,
      };
