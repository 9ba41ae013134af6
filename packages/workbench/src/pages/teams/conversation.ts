import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, onSceneEvent, Problem, type ShownPerson } from '../host-server.ts';

export interface ShownMessage {
  readonly id: string;
  readonly threadId: string;
  readonly from: string;
  readonly at: string;
  readonly text?: string;
  readonly attachments: readonly { readonly contentType: string; readonly content?: unknown }[];
  readonly suggested?: readonly { readonly title: string; readonly value: string }[];
  readonly editedAt?: string;
  readonly deleted?: true;
  /** Changes when what this person sees of it changes. */
  readonly version: string;
}

export interface CardPress {
  readonly type: string;
  readonly id?: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: unknown;
}

/** What the bot answers to a dialog and to the message extension. */
export interface InvokeAnswer {
  readonly task?: {
    readonly type: string;
    readonly value?: string | { readonly title?: string; readonly card?: { readonly content?: unknown } };
  };
  readonly composeExtension?: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content?: unknown;
      readonly preview?: { readonly content?: { readonly title?: string; readonly text?: string } };
    }[];
  };
}

/** The message whose card opened a dialog, or the thread in which a command was chosen. */
export interface InvokedFrom {
  readonly messageId?: string;
  readonly threadId?: string;
}

interface Shown {
  readonly messages: readonly ShownMessage[];
  readonly installed: boolean;
}

/** How long "is writing" is believed without news. */
const TYPING_MS = 6000;

/** One conversation as one person sees it, kept fresh, with what they can do in it. */
export function useConversation(id: string, person: ShownPerson) {
  const [shown, setShown] = useState<Shown>();
  const [typing, setTyping] = useState(false);
  const [problem, setProblem] = useState<string>();
  const quiet = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const fetching = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const path = `/conversations/${encodeURIComponent(id)}`;

  const attempt = useCallback(async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const done = await work;
      setProblem(undefined);
      return done;
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : 'Something went wrong.');
      return undefined;
    }
  }, []);
  const load = useCallback(async () => {
    const fresh = await ask<Shown>('GET', `${path}?as=${person.key}`).catch(() => undefined);
    if (fresh) setShown(fresh);
  }, [path, person.key]);

  useEffect(() => {
    void load();
    void attempt(ask('POST', `${path}/open`, { as: person.key })).then(load);
    const stop = onSceneEvent((event) => {
      if (event.type === 'tabs') void load();
      if (event.id !== undefined && event.id !== id) return;
      if (event.type === 'conversation') {
        setTyping(false);
        void load();
        clearTimeout(fetching.current);
        fetching.current = setTimeout(
          () => void ask('POST', `${path}/refresh`, { as: person.key }).catch(() => {}),
          400,
        );
      }
      if (event.type === 'typing') {
        setTyping(true);
        clearTimeout(quiet.current);
        quiet.current = setTimeout(() => setTyping(false), TYPING_MS);
      }
    });
    return () => {
      clearTimeout(quiet.current);
      clearTimeout(fetching.current);
      stop();
    };
  }, [id, path, person.key, load, attempt]);

  return {
    messages: shown?.messages,
    installed: shown?.installed ?? false,
    typing,
    problem,
    async say(text: string, threadId?: string, card?: unknown) {
      const given = { ...(threadId ? { threadId } : {}), ...(card ? { card } : {}) };
      return attempt(ask('POST', `${path}/messages`, { as: person.key, text, ...given }));
    },
    /** Asks the bot for a dialog or for results of the message extension. */
    async invoke(name: string, value: unknown, from: InvokedFrom = {}) {
      return attempt(ask<InvokeAnswer>('POST', `${path}/invoke`, { as: person.key, name, value, ...from }));
    },
    async press(messageId: string, action: CardPress) {
      const answer = await attempt(
        ask<{ kind: string; text?: string }>('POST', `${path}/actions`, { as: person.key, messageId, action }),
      );
      if (answer?.kind === 'problem') setProblem(answer.text);
      return answer;
    },
  };
}
