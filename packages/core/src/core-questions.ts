import { bindTo, type CorePorts } from './binding.ts';
import { acceptAnswer } from './questions/accept-answer.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { askQuestion } from './questions/ask-question.ts';
import { closeQuestion } from './questions/close-question.ts';
import { commentOn } from './questions/comment-on.ts';
import { editAnswer } from './questions/edit-answer.ts';
import { editQuestion } from './questions/edit-question.ts';
import { findInThread } from './questions/find-in-thread.ts';
import { findSimilarQuestions } from './questions/find-similar-questions.ts';
import { haveThisToo } from './questions/have-this-too.ts';
import { listQuestions } from './questions/list-questions.ts';
import { markDuplicate } from './questions/mark-duplicate.ts';
import { markHelped } from './questions/mark-helped.ts';
import { moveQuestion } from './questions/move-question.ts';
import { noteThread } from './questions/note-thread.ts';
import { removeComment } from './questions/remove-comment.ts';
import { reopenQuestion } from './questions/reopen-question.ts';
import { seeHistory } from './questions/see-history.ts';
import { seeQuestion } from './questions/see-question.ts';
import { takeBackAcceptance } from './questions/take-back-acceptance.ts';
import { takeBackMeToo } from './questions/take-back-me-too.ts';
import { unmarkHelped } from './questions/unmark-helped.ts';
import { sqlQuestionViews } from './questions/queries.ts';
import { sqlQuestionStore } from './questions/store.ts';
import { sqlQuestionThreads } from './questions/thread-store.ts';
import { acknowledgeConduct } from './trust/acknowledge-conduct.ts';
import { askToUnmask } from './trust/ask-to-unmask.ts';
import { sqlConductStore } from './trust/conduct-store.ts';
import { decideUnmasking } from './trust/decide-unmasking.ts';
import { editConduct } from './trust/edit-conduct.ts';
import { listAudit } from './trust/list-audit.ts';
import { listReports } from './trust/list-reports.ts';
import { listUnmaskings } from './trust/list-unmaskings.ts';
import { moderate } from './trust/moderate.ts';
import { sqlModerationStore } from './trust/moderation-store.ts';
import { neverUnmask } from './trust/never-unmask.ts';
import { sqlTrustViews } from './trust/queries.ts';
import { report } from './trust/report.ts';
import { seeConduct } from './trust/see-conduct.ts';
import { createSealing, type Sealing } from './trust/sealing.ts';
import { sqlUnmaskingStore } from './trust/unmasking-store.ts';

/** The ports of the process, and what hides who wrote anonymously. */
export type Sealed = CorePorts & { readonly sealing: Sealing };

/** What seals and opens under the keys of the process; throws where they are none, or not of 32 bytes. */
export function sealingOf({ sealKeys, chance }: Pick<CorePorts, 'sealKeys' | 'chance'>): Sealing {
  const usable = sealKeys.length > 0 && sealKeys.every(({ length }) => length === 32);
  if (!usable) throw new Error('Who writes anonymously is sealed under a key of 32 bytes: give one at least');
  return createSealing({ sealKeys, chance });
}

export function questionUseCases(ports: Sealed) {
  const bind = bindTo({
    questions: sqlQuestionStore(ports),
    questionViews: sqlQuestionViews(ports),
    threads: sqlQuestionThreads(ports),
    sealing: ports.sealing,
    newId: ports.newId,
    now: ports.now,
  });
  return {
    acceptAnswer: bind(acceptAnswer),
    answerQuestion: bind(answerQuestion),
    askQuestion: bind(askQuestion),
    closeQuestion: bind(closeQuestion),
    commentOn: bind(commentOn),
    editAnswer: bind(editAnswer),
    editQuestion: bind(editQuestion),
    findInThread: bind(findInThread),
    findSimilarQuestions: bind(findSimilarQuestions),
    haveThisToo: bind(haveThisToo),
    listQuestions: bind(listQuestions),
    markDuplicate: bind(markDuplicate),
    markHelped: bind(markHelped),
    moveQuestion: bind(moveQuestion),
    noteThread: bind(noteThread),
    removeComment: bind(removeComment),
    reopenQuestion: bind(reopenQuestion),
    seeHistory: bind(seeHistory),
    seeQuestion: bind(seeQuestion),
    takeBackAcceptance: bind(takeBackAcceptance),
    takeBackMeToo: bind(takeBackMeToo),
    unmarkHelped: bind(unmarkHelped),
  };
}

export function trustUseCases(ports: Sealed) {
  const bind = bindTo({
    conducts: sqlConductStore(ports),
    moderations: sqlModerationStore(ports),
    unmaskings: sqlUnmaskingStore(ports),
    trustViews: sqlTrustViews(ports),
    sealing: ports.sealing,
    newId: ports.newId,
    now: ports.now,
  });
  return {
    acknowledgeConduct: bind(acknowledgeConduct),
    askToUnmask: bind(askToUnmask),
    decideUnmasking: bind(decideUnmasking),
    editConduct: bind(editConduct),
    listAudit: bind(listAudit),
    listReports: bind(listReports),
    listUnmaskings: bind(listUnmaskings),
    moderate: bind(moderate),
    neverUnmask: bind(neverUnmask),
    report: bind(report),
    seeConduct: bind(seeConduct),
  };
}
