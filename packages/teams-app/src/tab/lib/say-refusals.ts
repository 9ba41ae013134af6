import type { Refusal } from '@copse/core';
import { gatheringRefusalWords } from './say-gathering-refusals.ts';
import { introductionRefusalWords } from './say-introduction-refusals.ts';
import { learningRefusalWords } from './say-learning-refusals.ts';
import { publishingRefusalWords } from './say-publishing-refusals.ts';
import { questionRefusalWords } from './say-question-refusals.ts';
import { refused, type Words } from './words.ts';

/** Core's refusals in words for people: one line for each, which the compiler insists on. */
export const refusalWords: Readonly<Record<Refusal, Words>> = {
  'unknown-tenant': refused(
    'Your organisation is not set up',
    'Copse does not know the organisation you are signed in with.',
    'Ask your administrator to add it, or switch the account in Teams.',
  ),
  'site-not-linked': refused(
    'This Confluence site is not linked yet',
    'No organisation has claimed it.',
    'An administrator links it on the page “Me”, under “Organisation”.',
  ),
  'not-allowed': refused(
    'That is not open to you',
    'In this community, others look after this.',
    'Ask a coordinator; you find them under “People by role”.',
  ),
  'changed-meanwhile': refused(
    'Somebody saved before you',
    'This was changed after you opened it.',
    'Look at what changed, then save again. What you wrote is still here.',
  ),

  'no-such-person': refused(
    'Person not found',
    'They may have left, or they are not a member here.',
    'Search for them again.',
  ),
  'sole-coordinator': refused(
    'You are the only coordinator of a community',
    'A community must not be left without one.',
    'Hand over first, on the community’s page under “Members”.',
  ),
  'sole-administrator': refused(
    'You are the only administrator',
    'Your organisation would be left without one.',
    'Ask for another administrator first.',
  ),
  'wrong-code': refused(
    'That code is not right',
    'It may be mistyped, or it was used already.',
    'Check the eight characters, or make a new code.',
  ),
  'code-expired': refused(
    'That code has run out',
    'Codes are good for ten minutes.',
    'Make a new code and enter it here.',
  ),
  'too-many-tries': refused(
    'Too many wrong codes',
    'To keep accounts safe, this code no longer works.',
    'Make a new code and try again.',
  ),
  'same-account-already': refused(
    'These are linked already',
    'Both accounts are yours already.',
    'There is nothing more to do.',
  ),
  'two-teams-accounts': refused(
    'Both are Teams accounts',
    'One person has one Teams account; only an Atlassian account can be added to it.',
    'Make the code in Confluence, then enter it here.',
  ),
  'other-organisation': refused(
    'The code is from another organisation',
    'Only accounts of one organisation can be linked.',
    'Make the code in the account of this organisation.',
  ),
  'site-linked-elsewhere': refused(
    'This site belongs to another organisation',
    'A Confluence site can be linked to one organisation only.',
    'Ask its administrators to unlink it first.',
  ),
  'no-such-site': refused('Site not found', 'It is no longer linked.', 'Reload the page to see the sites that are.'),

  'no-such-community': refused(
    'Community not found',
    'It does not exist, or it is not open to you.',
    'If somebody sent you the link, ask them to invite you.',
  ),
  'guests-cannot-found': refused(
    'Guests cannot found communities',
    'A community belongs to the organisation that it lives in.',
    'Ask a colleague of this organisation to found it and to invite you.',
  ),
  'name-taken': refused(
    'That name is taken',
    'A living community has it already.',
    'Choose another name, or join the one that is there.',
  ),
  'community-closed': refused(
    'This community is closed',
    'It has ended; what it learned stays readable.',
    'A coordinator can reopen it.',
  ),
  'already-so': refused(
    'Already done',
    'It is in that state already, perhaps by somebody else.',
    'There is nothing more to do.',
  ),
  'place-taken': refused(
    'That place belongs to another community',
    'A channel, chat or space can carry one community.',
    'Disconnect it there first, or choose another place.',
  ),
  'too-many-places': refused(
    'Enough places',
    'A community can be connected to twelve places.',
    'Disconnect one that is no longer used.',
  ),
  'no-such-connection': refused(
    'That connection is gone',
    'Somebody disconnected it already.',
    'There is nothing more to do.',
  ),
  'by-invitation-only': refused(
    'This community invites its members',
    'Nobody can join it on their own.',
    'Ask a member whether they would like to invite you.',
  ),
  'already-member': refused('Already a member', 'They take part already.', 'There is nothing more to do.'),
  'already-requested': refused(
    'You have asked already',
    'Your request waits for a coordinator.',
    'You will hear as soon as it is decided.',
  ),
  'not-a-member': refused(
    'You are not a member',
    'You have left already, or never joined.',
    'Reload the page to see how it is now.',
  ),
  'successor-needed': refused(
    'Somebody must take over first',
    'This is the only coordinator, and a community needs one.',
    'Choose a successor, or grant the role to one more member.',
  ),
  'no-such-member': refused(
    'Not a member',
    'That person does not take part here.',
    'Choose somebody from the member list.',
  ),
  'no-such-request': refused(
    'That request is gone',
    'It was withdrawn, or somebody answered it already.',
    'There is nothing more to do.',
  ),
  'no-such-invitation': refused(
    'That invitation is gone',
    'It was answered or withdrawn already.',
    'There is nothing more to do.',
  ),
  'partners-not-invited': refused(
    'Guests cannot be invited here',
    'This community is for this organisation only.',
    'A coordinator can open it to partners under “Edit”.',
  ),
  'term-in-the-past': refused(
    'That day is over',
    'A term must end in the future.',
    'Choose a later day, or leave it open.',
  ),
  'not-holding-role': refused(
    'You do not hold that role',
    'Only its holder can hand it over.',
    'Reload the page to see who holds it now.',
  ),

  'no-such-practice': refused(
    'Practice not found',
    'It does not exist, or it is not open to you.',
    'If somebody sent you the link, ask them who may read it.',
  ),
  'not-taking-part': refused(
    'Members only',
    'Only people who take part can do that.',
    'Join the community first; it takes one click.',
  ),
  'practice-retired': refused(
    'This practice is retired',
    'It is kept for the record and no longer changed.',
    'Revive it first, or write a new one.',
  ),
  'not-possible-now': refused(
    'Not possible now',
    'The practice has moved on since you opened the page.',
    'Reload to see where it stands.',
    true,
  ),
  'reason-needed': refused(
    'A reason is needed',
    'People will want to know why.',
    'Write one sentence and send it again.',
  ),
  'endorsement-needed': refused(
    'It needs an endorsement first',
    'At least one person beside the owner must stand behind it.',
    'Ask a colleague who knows the matter to endorse it.',
  ),
  'nothing-written': refused(
    'There is nothing to read yet',
    'The practice itself is still empty.',
    'Write it first, then propose it.',
  ),
  'own-practice': refused(
    'This is your own practice',
    'An endorsement counts when it comes from others.',
    'Ask a colleague who has tried it.',
  ),
  'no-such-adoption': refused('That record is gone', 'It was taken back already.', 'There is nothing more to do.'),
  'not-a-webhook': refused(
    'That is no webhook of Teams',
    'Its address must begin with https:// and lie on a server of Microsoft.',
    'Copy it once more from the Workflows app in Teams.',
  ),
  'no-such-broadcast': refused(
    'This list is not there any more',
    'Who was told is listed for a while, and as long as you may see what it is about.',
    'Load the page again.',
  ),
  'not-asked': refused(
    'You are not asked about this any more',
    'It was answered, or passed on.',
    'You can answer it all the same.',
  ),
  'asked-before': refused(
    'They have been asked already',
    'Nobody is asked twice about one question.',
    'Think of somebody else, or say “Not me”.',
  ),
  'no-such-version': refused(
    'Version not found',
    'The history has no such version.',
    'Choose two versions from the list.',
  ),
  ...publishingRefusalWords,
  ...questionRefusalWords,
  ...gatheringRefusalWords,
  ...introductionRefusalWords,
  ...learningRefusalWords,
};
