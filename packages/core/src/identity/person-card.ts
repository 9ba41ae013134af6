import type { PersonCard } from '../kernel/contract.ts';
import { FORMER_MEMBER } from './profile.ts';

/** The columns of `person` that a card is made from; every slice that shows people reads these five. */
export type PersonCardRow = {
  readonly id: string;
  readonly name: string;
  readonly affiliation: string | null;
  readonly guest: boolean;
  readonly state: string;
};

/** A person beside what they did. Someone who had themselves erased is «Former member», with nothing to follow. */
export function viewPersonCard({ id, name, affiliation, guest, state }: PersonCardRow): PersonCard {
  if (state === 'erased') return { name: FORMER_MEMBER, guest: false };
  return { id, name, ...(affiliation ? { affiliation } : {}), guest };
}
