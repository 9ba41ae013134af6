import { ok, refuse } from '@copse/core';
import type { Looked, Saying, TalkPlace, ThreadReader, ThreadRefusal } from '../src/bot/threads.ts';

/** Stands in for Microsoft Graph: tells what a test lets people say, and writes down where it was asked to listen. */
export function talkAround() {
  const asked: { readonly place: TalkPlace; readonly looked: Looked }[] = [];
  let told: Awaited<ReturnType<ThreadReader>> = refuse('threads-not-set-up');
  let isSlow = false;

  const read: ThreadReader = async (place, looked) => {
    asked.push({ place, looked });
    if (!isSlow) return told;
    isSlow = false;
    return new Promise((resolve) => {
      looked.signal.addEventListener('abort', () => resolve(refuse('thread-away')), { once: true });
    });
  };
  return {
    read,
    asked,
    says: (sayings: readonly Saying[]) => void (told = ok(sayings)),
    /** The next answer does not come until it is given up. */
    isSlow: () => void (isSlow = true),
    refuses: (reason: ThreadRefusal) => void (told = refuse(reason)),
  };
}

/** Something that somebody said, as Graph tells it. */
export const aSaying = (id: string, objectId: string | undefined, name: string, html: string): Saying => ({
  id,
  objectId,
  name,
  content: html,
  isHtml: true,
});
