import type { Refusal } from '@copse/core';
import { refused, type Words } from './words.ts';

/** Core's refusals about questions and trust, in words for people. */
export const questionRefusalWords = {
  'no-such-question': refused(
    'Question not found',
    'It does not exist, or it is not open to you.',
    'If somebody sent you the link, ask them who may read it.',
  ),
  'no-such-answer': refused('Answer not found', 'It is not there any more.', 'Reload the page to see the others.'),
  'no-such-comment': refused('That comment is gone', 'It was removed already.', 'There is nothing more to do.'),
  'conduct-not-acknowledged': refused(
    'First the code of conduct',
    'Everybody who writes here says yes to it once.',
    'Read it, agree, and send again. What you wrote is still here.',
  ),
  'question-closed': refused(
    'This question is closed',
    'No more answers are looked for.',
    'Write a comment, or reopen it if it is yours.',
  ),
  'not-the-asker': refused(
    'Only whoever asked can say that',
    'They know what solved it.',
    'Use “This helped me” to say that it helped you.',
  ),
  'not-the-author': refused(
    'Only its author edits an answer',
    'These are somebody else’s words.',
    'Comment on it, or write an answer of your own.',
  ),
  'own-answer': refused(
    'This is your own answer',
    'It counts when others say that it helped.',
    'There is nothing to do here.',
  ),
  'same-question': refused(
    'That is the same question',
    'A question cannot be answered by itself.',
    'Choose the other one, which has the answer.',
  ),

  'no-accepted-answer': refused(
    'No answer is accepted yet',
    'What is kept is what solved the question.',
    'Whoever asked says which answer that is.',
  ),
  'already-kept': refused(
    'It is kept already',
    'A practice was composed from this question.',
    'Open that practice and improve it there.',
  ),
  'no-such-item': refused('Not found', 'It was removed, or it is not open to you.', 'Reload the page.'),
  'own-item': refused(
    'These are your own words',
    'Nobody keeps order over what they wrote themselves.',
    'Ask another steward to look at it.',
  ),
  'not-anonymous': refused('It was written by name', 'Its author is shown beside it.', 'There is nothing to find out.'),
  'never-unmasked': refused(
    'Nobody is unmasked here',
    'Your organisation has promised that for good.',
    'Hide what does harm, and warn whoever wrote it.',
  ),
  'already-asked': refused(
    'Somebody has asked already',
    'It waits for a second steward, or is decided.',
    'Look at the list of requests.',
  ),
  'no-such-unmasking': refused('Request not found', 'It is not open to you.', 'Reload the page.'),
  'second-steward-needed': refused(
    'A second steward decides',
    'Whoever asked cannot agree to it.',
    'Ask another coordinator or knowledge steward.',
  ),
  'already-decided': refused('It is decided already', 'Another steward was faster.', 'Reload the page to see how.'),
} as const satisfies Readonly<Partial<Record<Refusal, Words>>>;
