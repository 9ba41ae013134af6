import type { Core } from '@copse/core';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { adoptAction } from './adopt.ts';
import { askAction } from './ask.ts';
import { answerCreditAction } from './answer-credit.ts';
import { oldButton } from './answer.ts';
import { chooseConnectionAction, connectAction } from './connect.ts';
import { chooseHelperAction, notMeAction, passQuestionAction, snoozeTopicAction } from './consultation.ts';
import { endorseAction } from './endorse.ts';
import { findAction } from './find.ts';
import { answerGatheringAction, checkInAction, showGatheringAction } from './gatherings.ts';
import { joinAction } from './join.ts';
import { keepQuestionAction } from './keep-question.ts';
import { leaveAction } from './leave.ts';
import { answerSeekerAction, showMentoringAction, weMetAction } from './mentoring.ts';
import { postReplyAction } from './post-reply.ts';
import {
  acceptAction,
  helpedAction,
  meTooAction,
  showEarlierAction,
  showKeptAction,
  showQuestionAction,
} from './question.ts';
import {
  pauseIntroductionsAction,
  showIntroductionAction,
  suitIntroductionAction,
  tellIntroductionAction,
} from './introductions.ts';
import { issueCodeAction, redeemCodeAction } from './redeem-code.ts';
import { askInterestsAction, saveInterestsAction } from './save-interests.ts';
import { saveSettingsAction } from './save-settings.ts';
import { sayWordsAction } from './say-words.ts';
import { showCommunityAction } from './show-community.ts';
import { showPersonAction } from './show-person.ts';
import { showPracticeAction } from './show-practice.ts';
import { showPracticesAction } from './show-practices.ts';
import { showSettingsAction } from './show-settings.ts';

const ACTIONS: readonly CardAction[] = [
  acceptAction,
  adoptAction,
  answerCreditAction,
  answerGatheringAction,
  answerSeekerAction,
  askAction,
  askInterestsAction,
  checkInAction,
  chooseConnectionAction,
  chooseHelperAction,
  connectAction,
  endorseAction,
  findAction,
  helpedAction,
  issueCodeAction,
  joinAction,
  keepQuestionAction,
  leaveAction,
  meTooAction,
  notMeAction,
  passQuestionAction,
  pauseIntroductionsAction,
  postReplyAction,
  redeemCodeAction,
  saveInterestsAction,
  saveSettingsAction,
  sayWordsAction,
  showCommunityAction,
  showEarlierAction,
  showGatheringAction,
  showKeptAction,
  showIntroductionAction,
  showMentoringAction,
  showPersonAction,
  showPracticeAction,
  showPracticesAction,
  showQuestionAction,
  showSettingsAction,
  snoozeTopicAction,
  suitIntroductionAction,
  tellIntroductionAction,
  weMetAction,
];

/** The verbs that cards may carry. */
export const VERBS: ReadonlySet<string> = new Set(ACTIONS.map(({ verb }) => verb));

/**
 * Does what a pressed button asks for. `pressed` is `{verb, data}` as it came from the client, or `{data: {verb, …}}`
 * from one that only knows Action.Submit; anything else gets a kind answer and does nothing.
 */
export async function actOnCard(core: Core, turn: Turn, pressed: unknown): Promise<Reply> {
  const { verb, data } = (typeof pressed === 'object' && pressed !== null ? pressed : {}) as {
    verb?: unknown;
    data?: unknown;
  };
  const inData = typeof data === 'object' && data !== null ? (data as { verb?: unknown }).verb : undefined;
  const action = ACTIONS.find((one) => one.verb === (verb ?? inData));
  return action ? action.run(core, turn, data) : oldButton();
}
