import type { Core } from '@copse/core';
import { inGroup } from './cards/viewer.ts';
import { certain } from './certain.ts';
import type { Turn } from './turn.ts';

/** The clock of whoever reads; none where many read along, since each of them has another. */
export async function clockOf(core: Core, turn: Turn): Promise<string | undefined> {
  return inGroup(turn) ? undefined : certain(await core.identity.seeMe(turn.actor)).timeZone;
}
