import type { Core } from '@copse/core';
import type { Reply, Turn } from '../turn.ts';

/** A dialog over Teams. `data` comes from the client, so it is checked like any stranger's input. */
export type Dialog = {
  readonly name: string;
  readonly open: (core: Core, turn: Turn, data: unknown) => Promise<Reply>;
  readonly submit: (core: Core, turn: Turn, data: unknown) => Promise<Reply>;
};
