import type { MeView } from '@copse/core/contracts';
import { api } from '../api/client.ts';
import type { Answer } from '../api/response.ts';

let asked: Promise<Answer<MeView>> | undefined;

/** Who the viewer is to Copse: asked once per page view, when it first matters. */
export async function whoAmI(): Promise<Answer<MeView>> {
  asked ??= api.me();
  const answer = await asked;
  if (!answer.ok) asked = undefined;
  return answer;
}

export function nowIAm(me: MeView): void {
  asked = Promise.resolve({ ok: true, value: me });
}

export function askAgain(): Promise<Answer<MeView>> {
  asked = undefined;
  return whoAmI();
}

export const isLinked = (me: MeView): boolean => me.accounts.some(({ kind }) => kind === 'entra');

/** Confluence tells us no names. Before somebody joins or contributes, colleagues should know who it is. */
export const isNameless = (me: MeView): boolean => !me.profileStarted && !isLinked(me);
