import type { Core } from '@copse/core';
import {
  answerInput,
  askInput,
  closeQuestionInput,
  commentInput,
  editAnswerInput,
  editQuestionInput,
  markDuplicateInput,
  moveQuestionInput,
  practiceView,
  questionHistory,
  questionPage,
  questionsQuery,
  questionView,
  similarQuestions,
  similarQuestionsQuery,
} from '@copse/core/contracts';
import { ids, type Route, routesAbout } from '../http/route.ts';

const question = ids('questionId');
const answer = ids('questionId', 'answerId');

/** Questions: asking, finding and changing them. */
export function questionRoutes({ practices, questions }: Core): Route[] {
  const route = routesAbout('Questions');
  return [
    route('GET', '/questions', {
      summary: 'Questions that I may see; `mine=asked` has my anonymous ones, which nobody else can list',
      query: questionsQuery,
      answer: questionPage,
      run: questions.listQuestions,
    }),
    route('GET', '/questions/similar', {
      summary: 'Questions like the one that I am writing, answered ones first',
      query: similarQuestionsQuery,
      answer: similarQuestions,
      run: questions.findSimilarQuestions,
    }),
    route('POST', '/questions', {
      summary: 'Asks a question, if I wish without my name',
      body: askInput,
      status: 201,
      answer: questionView,
      refusals: ['no-such-community', 'not-taking-part', 'community-closed', 'conduct-not-acknowledged'],
      run: questions.askQuestion,
    }),
    route('GET', '/questions/:questionId', {
      summary: 'One question with its answers and comments',
      params: question,
      answer: questionView,
      refusals: ['no-such-question'],
      run: questions.seeQuestion,
    }),
    route('PATCH', '/questions/:questionId', {
      summary: 'Edits a question; earlier texts stay in its history',
      params: question,
      body: editQuestionInput,
      edits: true,
      answer: questionView,
      refusals: ['no-such-question', 'changed-meanwhile', 'not-allowed', 'community-closed'],
      run: questions.editQuestion,
    }),
    route('GET', '/questions/:questionId/history', {
      summary: 'Every text that a question and its answers had, the newest first',
      params: question,
      answer: questionHistory,
      refusals: ['no-such-question'],
      run: questions.seeHistory,
    }),
    route('POST', '/questions/:questionId/close', {
      summary: 'Says that no more answers are looked for, and why',
      params: question,
      body: closeQuestionInput,
      answer: questionView,
      refusals: ['no-such-question', 'changed-meanwhile', 'not-allowed', 'already-so'],
      run: questions.closeQuestion,
    }),
    route('POST', '/questions/:questionId/reopen', {
      summary: 'Looks for answers again',
      params: question,
      answer: questionView,
      refusals: ['no-such-question', 'changed-meanwhile', 'not-allowed', 'already-so'],
      run: questions.reopenQuestion,
    }),
    route('POST', '/questions/:questionId/duplicate', {
      summary: 'Links a question to the one that has its answer',
      params: question,
      body: markDuplicateInput,
      answer: questionView,
      refusals: ['no-such-question', 'changed-meanwhile', 'not-allowed', 'already-so', 'same-question'],
      run: questions.markDuplicate,
    }),
    route('POST', '/questions/:questionId/move', {
      summary: 'Moves a question to another community that I take part in',
      params: question,
      body: moveQuestionInput,
      answer: questionView,
      refusals: [
        'no-such-question',
        'changed-meanwhile',
        'not-allowed',
        'already-so',
        'no-such-community',
        'not-taking-part',
        'community-closed',
      ],
      run: questions.moveQuestion,
    }),
    route('PUT', '/questions/:questionId/me-too', {
      summary: 'I have this too',
      params: question,
      answer: questionView,
      refusals: ['no-such-question', 'not-allowed'],
      run: questions.haveThisToo,
    }),
    route('DELETE', '/questions/:questionId/me-too', {
      summary: 'I do not have this any more',
      params: question,
      answer: questionView,
      refusals: ['no-such-question'],
      run: questions.takeBackMeToo,
    }),
    route('POST', '/questions/:questionId/keep', {
      summary: 'Keeps what was learned as a draft practice, with credit to everybody who spoke by name',
      params: question,
      status: 201,
      answer: practiceView,
      refusals: ['no-such-question', 'not-taking-part', 'community-closed', 'no-accepted-answer', 'already-kept'],
      run: practices.keepAsPractice,
    }),
  ];
}

/** Answers and comments; each answers with the whole question as I now see it. */
export function answerRoutes({ questions }: Core): Route[] {
  const route = routesAbout('Questions');
  return [
    route('POST', '/questions/:questionId/answers', {
      summary: 'Answers a question, if I wish without my name',
      params: question,
      body: answerInput,
      status: 201,
      answer: questionView,
      refusals: [
        'no-such-question',
        'not-taking-part',
        'community-closed',
        'conduct-not-acknowledged',
        'question-closed',
      ],
      run: questions.answerQuestion,
    }),
    route('PATCH', '/questions/:questionId/answers/:answerId', {
      summary: 'Gives my answer a new text; the earlier one stays in the history',
      params: answer,
      body: editAnswerInput,
      answer: questionView,
      refusals: ['no-such-question', 'no-such-answer', 'not-the-author', 'community-closed'],
      run: questions.editAnswer,
    }),
    route('PUT', '/questions/:questionId/answers/:answerId/acceptance', {
      summary: 'Accepts an answer to my question, in place of any other',
      params: answer,
      answer: questionView,
      refusals: ['no-such-question', 'changed-meanwhile', 'not-the-asker', 'no-such-answer'],
      run: questions.acceptAnswer,
    }),
    route('DELETE', '/questions/:questionId/answers/:answerId/acceptance', {
      summary: 'Takes the acceptance back',
      params: answer,
      answer: questionView,
      refusals: ['no-such-question', 'changed-meanwhile', 'not-the-asker', 'no-such-answer'],
      run: questions.takeBackAcceptance,
    }),
    route('PUT', '/questions/:questionId/answers/:answerId/helped', {
      summary: 'This helped me',
      params: answer,
      answer: questionView,
      refusals: ['no-such-question', 'no-such-answer', 'own-answer', 'not-allowed'],
      run: questions.markHelped,
    }),
    route('DELETE', '/questions/:questionId/answers/:answerId/helped', {
      summary: 'Takes back that it helped me',
      params: answer,
      answer: questionView,
      refusals: ['no-such-question', 'no-such-answer', 'own-answer', 'not-allowed'],
      run: questions.unmarkHelped,
    }),
    route('POST', '/questions/:questionId/comments', {
      summary: 'Comments on a question or, with `answerId`, on an answer',
      params: question,
      body: commentInput,
      status: 201,
      answer: questionView,
      refusals: [
        'no-such-question',
        'no-such-answer',
        'not-taking-part',
        'community-closed',
        'conduct-not-acknowledged',
      ],
      run: questions.commentOn,
    }),
    route('DELETE', '/questions/:questionId/comments/:commentId', {
      summary: 'Removes a comment',
      params: ids('questionId', 'commentId'),
      answer: questionView,
      refusals: ['no-such-question', 'no-such-comment', 'not-allowed'],
      run: questions.removeComment,
    }),
  ];
}
