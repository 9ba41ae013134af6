import type { Core } from '@copse/core';
import type { Reply, Turn } from '../turn.ts';

type Invoke = (core: Core, turn: Turn, value: unknown) => Promise<Reply>;

/** What the message extension is asked, by the names that Teams gives. */
export const extensionInvokes: Readonly<Record<string, Invoke>> = {};
