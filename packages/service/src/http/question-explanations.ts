import type { Refusal } from '@copse/core';
import { explain, NOT_FOUND, NOTHING_TO_DO } from './explain.ts';
import type { Explanation } from './problem.ts';

/** Core's refusals about questions and trust. */
export const questionRefusals = {
  'no-such-question': explain(404, 'Question not found', NOT_FOUND),
  'no-such-answer': explain(404, 'Answer not found', NOT_FOUND),
  'no-such-comment': explain(404, 'Comment not found', 'It was removed already. There is nothing more to do.'),
  'conduct-not-acknowledged': explain(
    409,
    'The code of conduct comes first',
    'Whoever writes in a community says yes to its code of conduct once. Read it, agree, and send this again.',
  ),
  'question-closed': explain(
    409,
    'This question is closed',
    'No more answers are looked for. Comment on it, or reopen it if it is yours.',
  ),
  'not-the-asker': explain(
    403,
    'Only whoever asked can say that',
    'They know what solved it. Say with «This helped me» that it helped you too.',
  ),
  'not-the-author': explain(403, 'Only its author edits an answer', 'Comment on it, or write an answer of your own.'),
  'own-answer': explain(403, 'This is your own answer', 'It counts when others say that it helped.'),
  'same-question': explain(422, 'That is the same question', 'Choose the other question, which has the answer.'),
  'no-accepted-answer': explain(
    409,
    'No answer is accepted yet',
    'What is kept as a practice is what solved the question. Whoever asked says which answer that is.',
  ),
  'already-kept': explain(
    409,
    'It is kept already',
    'Open the practice that was composed from it, and improve it there.',
  ),

  'no-such-item': explain(404, 'Not found', NOT_FOUND),
  'own-item': explain(
    403,
    'These are your own words',
    'Nobody keeps order over what they wrote themselves. Ask another steward.',
  ),
  'not-anonymous': explain(409, 'It was written by name', 'Its author is shown beside it.'),
  'never-unmasked': explain(
    403,
    'Nobody is unmasked here',
    'This organisation has promised that for good. Hide what does harm, and warn whoever wrote it.',
  ),
  'already-asked': explain(409, 'Somebody has asked already', 'It waits for a second steward, or is decided.'),
  'no-such-unmasking': explain(404, 'Not found', NOT_FOUND),
  'second-steward-needed': explain(
    403,
    'A second steward decides',
    'Whoever asked cannot agree to it. Ask another coordinator or knowledge steward of the community.',
  ),
  'already-decided': explain(409, 'It is decided already', NOTHING_TO_DO),
} as const satisfies Readonly<Partial<Record<Refusal, Explanation>>>;
