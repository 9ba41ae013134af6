import type { Core } from '@copse/core';
import {
  arrangementInput,
  introductionsQuery,
  introductionsView,
  introductionView,
  meetingInput,
  myIntroductionsView,
  roundPreview,
  roundView,
  suitingInput,
  wishInput,
} from '@copse/core/contracts';
import { ids, nothing, optionalBody, type Route, routesAbout } from '../http/route.ts';

const route = routesAbout('Introductions');
const community = ids('communityId');
const introduction = ids('introductionId');
const person = ids('personId');

/** People of a community who are introduced to each other. */
export const introductionRoutes = (core: Core): Route[] => [...communityRoutes(core), ...myRoutes(core)];

const communityRoutes = ({ introductions }: Core): Route[] => [
  route('GET', '/communities/:communityId/introductions', {
    summary: 'How a community introduces its people, and whether I take part',
    params: community,
    answer: introductionsView,
    refusals: ['no-such-community'],
    run: introductions.seeIntroductions,
  }),
  route('PUT', '/communities/:communityId/introductions', {
    summary: 'How often the community introduces its people, and how many at a time',
    params: community,
    body: arrangementInput,
    edits: true,
    answer: introductionsView,
    refusals: ['no-such-community', 'not-allowed', 'community-closed', 'changed-meanwhile'],
    run: introductions.arrangeIntroductions,
  }),
  route('PUT', '/communities/:communityId/introductions/me', {
    summary: 'I want to be introduced here, at once or from a date on',
    params: community,
    body: optionalBody(wishInput),
    answer: introductionsView,
    refusals: ['no-such-community', 'community-closed', 'not-taking-part', 'paused-too-long'],
    run: introductions.wishIntroductions,
  }),
  route('DELETE', '/communities/:communityId/introductions/me', {
    summary: 'I do not want to be introduced here any more',
    params: community,
    answer: introductionsView,
    refusals: ['no-such-community'],
    run: introductions.declineIntroductions,
  }),
  route('GET', '/communities/:communityId/introductions/preview', {
    summary: 'The round that would begin now, as it would be planned',
    params: community,
    answer: roundPreview,
    refusals: ['no-such-community', 'not-allowed', 'community-closed'],
    run: introductions.previewRound,
  }),
  route('POST', '/communities/:communityId/introductions/rounds', {
    summary: 'Begins a round; people are introduced some moments later',
    params: community,
    status: 201,
    answer: roundView,
    refusals: ['no-such-community', 'not-allowed', 'community-closed', 'introduced-lately', 'nobody-to-introduce'],
    run: introductions.beginRound,
  }),
];

const myRoutes = ({ introductions }: Core): Route[] => [
  route('GET', '/me/introductions', {
    summary: 'To whom I was introduced, where I want to be, and from whom I keep apart',
    query: introductionsQuery,
    answer: myIntroductionsView,
    run: introductions.seeMyIntroductions,
  }),
  route('GET', '/introductions/:introductionId', {
    summary: 'One introduction of mine',
    params: introduction,
    answer: introductionView,
    refusals: ['no-such-introduction'],
    run: introductions.seeIntroduction,
  }),
  route('PUT', '/introductions/:introductionId/times', {
    summary: 'At which of the proposed times I can come',
    params: introduction,
    body: suitingInput,
    answer: introductionView,
    refusals: ['no-such-introduction', 'introduction-over', 'time-not-proposed'],
    run: introductions.suitIntroduction,
  }),
  route('PUT', '/introductions/:introductionId/meeting', {
    summary: 'Whether I have met them, and whether it was useful; it counts among five or more only',
    params: introduction,
    body: meetingInput,
    answer: introductionView,
    refusals: ['no-such-introduction', 'introduction-over'],
    run: introductions.tellOfIntroduction,
  }),
  route('PUT', '/me/kept-apart/:personId', {
    summary: 'I do not want to be introduced to this person; nobody else sees that',
    params: person,
    status: 204,
    answer: nothing,
    refusals: ['no-such-person', 'yourself', 'too-many-kept-apart'],
    run: introductions.keepApart,
  }),
  route('DELETE', '/me/kept-apart/:personId', {
    summary: 'I may be introduced to this person again',
    params: person,
    status: 204,
    answer: nothing,
    refusals: ['no-such-person'],
    run: introductions.bringTogether,
  }),
];
