import type { Failure } from './response.ts';

type Explanation = { readonly what: string; readonly todo: string };

/**
 * What happened and what to do, in the situation of somebody who reads a page.
 *
 * Only where Confluence has something else to say than the service: all other words come with the refusal itself.
 */
const explanations: Readonly<Record<string, Explanation>> = {
  unreachable: { what: 'Copse did not answer.', todo: 'Check your connection and try again.' },
  unexpected: { what: 'Something went wrong on our side.', todo: 'Try again in a moment.' },
  'too-many-requests': { what: 'That was a lot in a short time.', todo: 'Wait a minute and try again.' },
  'not-signed-in': {
    what: 'Confluence did not tell us who you are.',
    todo: 'Sign in to Confluence and reload the page.',
  },
  'no-such-community': {
    what: 'This community is not here for you.',
    todo: 'It may be by invitation only, or somebody removed it. Ask the author of the page.',
  },
  'no-such-practice': {
    what: 'This practice is not here for you.',
    todo: 'It may be for members only, still a draft, or removed. Ask the author of the page.',
  },
  'no-such-question': {
    what: 'This question is not here for you.',
    todo: 'It may be for members only, hidden, or moved. Ask the author of the page.',
  },
  'no-such-answer': { what: 'This answer is not here any more.', todo: 'Reload the page to see the others.' },
  'not-taking-part': { what: 'Only members write here.', todo: 'Join the community first, then try again.' },
  'question-closed': {
    what: 'This question was closed meanwhile.',
    todo: 'Copy what you wrote if you need it; whoever asked can reopen it.',
  },
  'conduct-not-acknowledged': {
    what: 'You have not agreed to how people treat each other here.',
    todo: 'Reload the page and send it again: you are asked once.',
  },
  'not-the-asker': {
    what: 'Only whoever asked can say what solved it.',
    todo: 'If it helped you too, say «This helped me».',
  },
  'not-the-author': { what: 'Somebody else wrote this.', todo: 'Add a comment instead.' },
  'no-accepted-answer': {
    what: 'No answer is accepted any more.',
    todo: 'As soon as the asker accepts one, it can be kept as a practice.',
  },
  'already-kept': { what: 'Somebody kept it as a practice already.', todo: 'Reload the page to see it.' },
  'already-so': { what: 'Somebody did that a moment ago.', todo: 'Reload the page to see it.' },
  'no-such-item': { what: 'This is not here any more.', todo: 'Somebody may have removed it meanwhile.' },
  'own-answer': { what: 'This is your own answer.', todo: 'Others say whether it helped them.' },
  'by-invitation-only': { what: 'This community takes members by invitation.', todo: 'Ask one of its coordinators.' },
  'already-member': { what: 'You are a member already.', todo: 'Reload the page to see it.' },
  'already-requested': {
    what: 'You have asked already.',
    todo: 'You get a message in Teams as soon as somebody decides.',
  },
  'community-closed': { what: 'This community is closed.', todo: 'What it learned stays readable.' },
  'successor-needed': {
    what: 'You are the last coordinator.',
    todo: 'Hand your role to another member in Teams first, then leave.',
  },
  'not-allowed': { what: 'Your role here does not include that.', todo: 'A coordinator of the community can help.' },
  'own-practice': { what: 'This is your own practice.', todo: 'An endorsement has to come from somebody else.' },
  'not-possible-now': {
    what: 'The practice has moved on since this page was loaded.',
    todo: 'Reload to see where it stands.',
  },
  'changed-meanwhile': { what: 'Somebody changed this at the same time.', todo: 'Reload, then try again.' },
  'place-taken': {
    what: 'This space is connected to another community.',
    todo: 'Disconnect it there first, in Teams.',
  },
  'too-many-places': {
    what: 'This community has as many places as it can have.',
    todo: 'Disconnect one in Teams first.',
  },
  'wrong-code': { what: 'We do not know this code.', todo: 'Check the letters, or make a new code.' },
  'code-expired': { what: 'This code is older than 10 minutes.', todo: 'Make a new one and enter it right away.' },
  'too-many-tries': { what: 'That code was tried too often and no longer works.', todo: 'Make a new one.' },
  'same-account-already': { what: 'This code is from this very account.', todo: 'Enter it in Teams instead.' },
  'other-organisation': {
    what: 'That Teams account belongs to another organisation.',
    todo: 'Use an account of the organisation that this site is linked to.',
  },
  'site-linked-elsewhere': {
    what: 'This site is linked to another organisation.',
    todo: 'An administrator there has to unlink it first.',
  },
};

/** The two sentences to show for a failure: what happened, and what to do. */
export function explain({ reason, title, detail, errors }: Failure): Explanation {
  const known = Object.hasOwn(explanations, reason) ? explanations[reason] : undefined;
  if (known) return known;
  return {
    what: title ? `${title}.` : 'That did not work.',
    todo: errors[0]?.message ?? (detail || 'Try again, or open it in Teams.'),
  };
}
