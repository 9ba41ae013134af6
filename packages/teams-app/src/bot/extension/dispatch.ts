import type { Core } from '@copse/core';
import type { Reply, Turn } from '../turn.ts';
import { ACTIONS, openAction, submitAction } from './action.ts';
import { answerQuery } from './query.ts';
import { SEARCHES } from './search.ts';
import { unfurlLink } from './unfurl.ts';

type Invoke = (core: Core, turn: Turn, value: unknown) => Promise<Reply>;

/** What the message extension is asked, by the names that Teams gives. */
export const extensionInvokes: Readonly<Record<string, Invoke>> = {
  'composeExtension/query': answerQuery,
  'composeExtension/queryLink': unfurlLink,
  'composeExtension/fetchTask': openAction,
  'composeExtension/submitAction': submitAction,
};

/** The commands that the manifest may offer: nothing else is answered. */
export const EXTENSION_COMMANDS: readonly string[] = [...Object.keys(SEARCHES), ...Object.keys(ACTIONS)];
