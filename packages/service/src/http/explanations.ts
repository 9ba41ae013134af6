import type { Refusal } from '@copse/core';
import type { TokenFault } from '../sign-in/signing-keys.ts';
import { explain, NOT_FOUND, NOTHING_TO_DO } from './explain.ts';
import { gatheringRefusals } from './gathering-explanations.ts';
import { introductionRefusals } from './introduction-explanations.ts';
import { learningRefusals } from './learning-explanations.ts';
import type { Explanation } from './problem.ts';
import { publishingRefusals } from './publishing-explanations.ts';
import { questionRefusals } from './question-explanations.ts';

/** Core's refusals. The compiler insists on a line here for every new one. */
export const refusals: Readonly<Record<Refusal, Explanation>> = {
  'unknown-tenant': explain(
    403,
    'Your organisation is not set up',
    'This Copse does not serve the organisation that you are signed in with. Ask your administrator to add it.',
  ),
  'site-not-linked': explain(
    403,
    'This Confluence site is not linked',
    'No organisation has linked it yet. A Confluence administrator does it on the settings page of Copse.',
  ),
  'not-allowed': explain(
    403,
    'That is not open to you',
    'Somebody with another role looks after this. Ask a coordinator.',
  ),
  'changed-meanwhile': explain(
    412,
    'Somebody saved before you',
    'It was changed after you read it. Read it again, compare, and save once more.',
  ),

  'no-such-person': explain(404, 'Person not found', NOT_FOUND),
  'sole-coordinator': explain(
    409,
    'You are the only coordinator of a community',
    'A community must not be left without one. Hand over the role first.',
  ),
  'sole-administrator': explain(
    409,
    'You are the only administrator',
    'Your organisation would be left without one. Ask for another administrator first.',
  ),
  'wrong-code': explain(
    422,
    'That code is not right',
    'It is mistyped or was used already. Check it, or make a new one.',
  ),
  'code-expired': explain(410, 'That code has run out', 'Codes are good for ten minutes. Make a new one.'),
  'too-many-tries': explain(
    429,
    'Too many wrong codes',
    'To keep accounts safe, wait ten minutes and make a new code.',
  ),
  'same-account-already': explain(409, 'These accounts are linked already', NOTHING_TO_DO),
  'two-teams-accounts': explain(
    409,
    'Both accounts are of Teams',
    'One person has one account of Teams here. Link it with an account of Confluence.',
  ),
  'other-organisation': explain(
    403,
    'The code is from another organisation',
    'Only accounts of one organisation can be linked. Make the code in the account that you use here.',
  ),
  'site-linked-elsewhere': explain(
    409,
    'This site belongs to another organisation',
    'A Confluence site can be linked to one organisation only. Ask its administrators to unlink it first.',
  ),
  'no-such-site': explain(404, 'Site not found', NOT_FOUND),

  'no-such-community': explain(404, 'Community not found', NOT_FOUND),
  'guests-cannot-found': explain(
    403,
    'Guests cannot found communities',
    'A community belongs to the organisation that it lives in. Ask a colleague there to found it and to invite you.',
  ),
  'name-taken': explain(409, 'That name is taken', 'A living community has it. Choose another name, or join that one.'),
  'community-closed': explain(
    409,
    'This community is closed',
    'It has ended; what it learned stays readable. A coordinator can reopen it.',
  ),
  'already-so': explain(409, 'It is so already', NOTHING_TO_DO),
  'place-taken': explain(
    409,
    'That place belongs to another community',
    'A channel, chat or space carries one community. Disconnect it there first, or choose another place.',
  ),
  'too-many-places': explain(409, 'Enough places', 'Disconnect one that is no longer used, then connect this one.'),
  'no-such-connection': explain(
    404,
    'Connection not found',
    'It was disconnected already. There is nothing more to do.',
  ),
  'by-invitation-only': explain(
    403,
    'This community invites its members',
    'Nobody can join on their own. Ask a member whether they would like to invite you.',
  ),
  'already-member': explain(409, 'Already a member', NOTHING_TO_DO),
  'already-requested': explain(409, 'Asked already', 'The request waits for a coordinator.'),
  'not-a-member': explain(409, 'Not a member', 'You do not take part in this community (any more).'),
  'successor-needed': explain(
    409,
    'Somebody must take over first',
    'This is the only coordinator, and a community needs one. Name a successor.',
  ),
  'no-such-member': explain(404, 'Not a member', 'That person does not take part here. Choose somebody who does.'),
  'no-such-request': explain(404, 'Request not found', 'It was withdrawn or answered already.'),
  'no-such-invitation': explain(404, 'Invitation not found', 'It was withdrawn or answered already.'),
  'partners-not-invited': explain(
    409,
    'Guests cannot be invited here',
    'This community is for its own organisation. A coordinator can open it to partners.',
  ),
  'term-in-the-past': explain(
    422,
    'That day is over',
    'A term must end in the future. Choose a later day, or leave it open.',
  ),
  'not-holding-role': explain(409, 'You do not hold that role', 'Only its holder can hand it over.'),

  'no-such-practice': explain(404, 'Practice not found', NOT_FOUND),
  'not-taking-part': explain(403, 'Members only', 'Only members of the community can do that. Join it first.'),
  'practice-retired': explain(
    409,
    'This practice is retired',
    'It is kept for the record. Revive it, or write a new one.',
  ),
  'not-possible-now': explain(
    409,
    'Not possible now',
    'The practice is not at a point of its life where that can be done. Read it again.',
  ),
  'reason-needed': explain(422, 'A reason is needed', 'People will want to know why. Write one sentence.'),
  'endorsement-needed': explain(
    409,
    'It needs an endorsement first',
    'Somebody beside the owner must stand behind it. Ask a colleague who knows the matter.',
  ),
  'nothing-written': explain(409, 'There is nothing to read yet', 'Write the practice first, then propose it.'),
  'own-practice': explain(403, 'This is your own practice', 'An endorsement counts when it comes from others.'),
  'no-such-adoption': explain(404, 'Record not found', 'It was taken back already.'),
  'no-such-version': explain(404, 'Version not found', 'The history has no such version. Choose from the list.'),

  'not-a-webhook': explain(
    422,
    'That is no address of a webhook in Teams',
    'Copy it from the Workflows app in Teams: it begins with https:// and lies on a server of Microsoft.',
  ),
  'no-such-broadcast': explain(
    404,
    'There is no such message of yours to many',
    'Who is told by a message is listed for whoever caused it, as long as they may see what it is about.',
  ),
  'not-asked': explain(409, 'You are not asked about this (any more)', 'You can answer it all the same.'),
  'asked-before': explain(
    409,
    'They have been asked already',
    'Nobody is asked twice about one question. Think of somebody else, or say “not me”.',
  ),
  ...publishingRefusals,
  ...questionRefusals,
  ...gatheringRefusals,
  ...introductionRefusals,
  ...learningRefusals,
};

/** What the service itself says no to, before or around a use case. */
export const serviceProblems = {
  'invalid-input': explain(400, 'This cannot be used as it is', 'Look at the fields in `errors`, and send it again.'),
  'not-json': explain(400, 'This is not JSON', 'The body could not be read. Send one JSON object in UTF-8.'),
  'not-found': explain(404, 'Not found', 'There is nothing at this address. Check how it is written.'),
  'wrong-method': explain(405, 'Not this way', 'This address takes other methods; see the `Allow` header.'),
  'too-slow': explain(408, 'The request did not arrive in time', 'Check the connection and send it again.'),
  'confluence-only': explain(403, 'Only from Confluence', 'This is asked for a Confluence site, by a token of Forge.'),
  'app-only': explain(
    403,
    'Only for the app itself',
    'This is fetched and told by the Copse app in Confluence, which runs there by itself. People use the other routes.',
  ),
  'settings-page-only': explain(
    403,
    'Only from the settings of Confluence',
    'A Confluence administrator links the site on the settings page of Copse in Confluence.',
  ),
  'key-in-use': explain(
    409,
    'Still working on it',
    'A request with this Idempotency-Key is under way. Ask again in a second.',
  ),
  'done-before': explain(
    409,
    'This has been done',
    'An earlier try with this Idempotency-Key did it, although its answer was lost. Look at how things stand now.',
  ),
  'try-again': explain(409, 'Not saved yet', 'Somebody else saved at the same moment. Send it again.'),
  'too-large': explain(413, 'Too much at once', 'The body may have at most 256 KB. Shorten it and send it again.'),
  'address-too-long': explain(414, 'The address is too long', 'Shorten the query and send it again.'),
  'wrong-type': explain(415, 'Only JSON is understood', 'Send the body with `Content-Type: application/json`.'),
  'key-reused': explain(
    422,
    'This Idempotency-Key was used for something else',
    'The same key came with another address or body. Use a new key for each thing that you do.',
  ),
  'revision-required': explain(
    428,
    'Which version was read?',
    'Send `If-Match` with the `ETag` of what you read, so that nobody’s work is overwritten.',
  ),
  'too-many-requests': explain(429, 'Too many requests', 'Wait as long as `Retry-After` says, then go on.'),
  'headers-too-large': explain(431, 'The head is too large', 'Send a shorter address, and fewer or shorter headers.'),
  unexpected: explain(500, 'Something went wrong', 'The fault is ours. Try again in a moment.'),
  unavailable: explain(
    503,
    'Not available just now',
    'The service is starting, stopping or cut off. Try again in a moment.',
  ),
} as const satisfies Readonly<Record<string, Explanation>>;

export type ServiceReason = keyof typeof serviceProblems;

/** All of these are 401 `not-signed-in`; the words tell what is wrong with the token, never what it says. */
export const signInFaults: Readonly<Record<TokenFault, string>> = {
  missing: 'Send `Authorization: Bearer <token>` with a token of Microsoft Entra or Atlassian Forge.',
  'not-a-token': 'What was sent is not a token. Send `Authorization: Bearer <token>`.',
  'unknown-issuer': 'Nobody whom this service trusts has issued the token. Get one from Microsoft Entra or Forge.',
  'not-genuine': 'The token is not signed by a key of its issuer. Get a new one.',
  expired: 'The token has expired. Get a new one.',
  'for-another-app': 'The token was issued for another application. Ask for one of this application.',
  'wrong-claims': 'The token does not say what it must. Ask for the scope `access_as_user` of this application.',
  anonymous: 'Confluence did not say who you are. Log in to Confluence, then open the page again.',
};
