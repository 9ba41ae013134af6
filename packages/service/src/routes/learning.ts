import type { Core } from '@copse/core';
import {
  answerSeekerInput,
  circleInput,
  circleMeetingInput,
  circlePage,
  circlesQuery,
  circleView,
  communityMentoringView,
  mentoringRequestInput,
  myMentoringView,
  offerInput,
  offersQuery,
  pauseInput,
  reflectionInput,
  sessionInput,
} from '@copse/core/contracts';
import { ids, optionalBody, type Route, routesAbout } from '../http/route.ts';

const route = routesAbout('Mentoring');
const community = ids('communityId');
const request = ids('requestId');
const mentorship = ids('mentorshipId');
const circle = ids('circleId');

/** Mentors and those who learn from them, and circles of peers. */
export const learningRoutes = (core: Core): Route[] => [
  ...offerRoutes(core),
  ...mentorshipRoutes(core),
  ...circleRoutes(core),
];

const offerRoutes = ({ learning }: Core): Route[] => [
  route('GET', '/me/mentoring', {
    summary: 'What I offer, look for and am asked for, with whom I work, and my circles',
    answer: myMentoringView,
    run: learning.seeMyMentoring,
  }),
  route('GET', '/communities/:communityId/mentors', {
    summary: 'Who offers to be a mentor in a community, the newest first',
    params: community,
    query: offersQuery,
    answer: communityMentoringView,
    refusals: ['no-such-community'],
    run: learning.seeMentoring,
  }),
  route('PUT', '/communities/:communityId/mentors/me', {
    summary: 'I offer to be a mentor in this community, or change what I offer',
    params: community,
    body: offerInput,
    answer: myMentoringView,
    refusals: ['no-such-community', 'community-closed', 'not-taking-part', 'service-account', 'term-in-the-past'],
    run: learning.offerMentoring,
  }),
  route('DELETE', '/communities/:communityId/mentors/me', {
    summary: 'I offer it no longer; whom I am a mentor of already stays',
    params: community,
    answer: myMentoringView,
    refusals: ['no-such-community'],
    run: learning.withdrawOffer,
  }),
  route('POST', '/communities/:communityId/mentoring-requests', {
    summary:
      'I look for a mentor in this community; those who may suit are asked one after the other, first whom I wish for',
    params: community,
    body: mentoringRequestInput,
    status: 201,
    answer: myMentoringView,
    refusals: [
      'no-such-community',
      'community-closed',
      'not-taking-part',
      'service-account',
      'already-looking',
      'no-such-mentor',
    ],
    run: learning.requestMentor,
  }),
  route('DELETE', '/mentoring-requests/:requestId', {
    summary: 'I no longer look for a mentor',
    params: request,
    answer: myMentoringView,
    refusals: ['no-such-request', 'already-matched'],
    run: learning.withdrawRequest,
  }),
  route('POST', '/mentoring-requests/:requestId/answer', {
    summary: 'I agree to be their mentor, or cannot',
    params: request,
    body: answerSeekerInput,
    answer: myMentoringView,
    refusals: ['no-such-request', 'not-asked-to-mentor', 'no-longer-looking', 'no-room'],
    run: learning.answerSeeker,
  }),
];

const mentorshipRoutes = ({ learning }: Core): Route[] => [
  route('POST', '/mentorships/:mentorshipId/sessions', {
    summary: 'Notes that the two of us met; what is noted is for the two alone, and a pause goes on',
    params: mentorship,
    body: sessionInput,
    status: 201,
    answer: myMentoringView,
    refusals: ['no-such-mentorship', 'mentorship-closed', 'day-to-come', 'day-before-beginning', 'too-many-sessions'],
    run: learning.noteMentoringSession,
  }),
  route('POST', '/mentorships/:mentorshipId/pause', {
    summary: 'Lets it rest, until a day or until one of us goes on',
    params: mentorship,
    body: optionalBody(pauseInput),
    answer: myMentoringView,
    refusals: ['no-such-mentorship', 'mentorship-closed', 'term-in-the-past'],
    run: learning.pauseMentorship,
  }),
  route('POST', '/mentorships/:mentorshipId/resume', {
    summary: 'Goes on after a pause',
    params: mentorship,
    answer: myMentoringView,
    refusals: ['no-such-mentorship', 'mentorship-closed'],
    run: learning.resumeMentorship,
  }),
  route('POST', '/mentorships/:mentorshipId/close', {
    summary: 'Ends it, with what I take with me; said again, that is changed',
    params: mentorship,
    body: optionalBody(reflectionInput),
    answer: myMentoringView,
    refusals: ['no-such-mentorship'],
    run: learning.closeMentorship,
  }),
];

const circleRoutes = ({ learning }: Core): Route[] => [
  route('GET', '/communities/:communityId/circles', {
    summary: 'The circles of a community, the newest first',
    params: community,
    query: circlesQuery,
    answer: circlePage,
    refusals: ['no-such-community'],
    run: learning.seeCircles,
  }),
  route('POST', '/communities/:communityId/circles', {
    summary: 'Founds a circle of six to eight peers who lead in turn',
    params: community,
    body: circleInput,
    status: 201,
    answer: circleView,
    refusals: ['no-such-community', 'community-closed', 'not-taking-part', 'service-account'],
    run: learning.foundCircle,
  }),
  route('POST', '/circles/:circleId/join', {
    summary: 'I take a place in a circle that still forms',
    params: circle,
    answer: circleView,
    refusals: [
      'no-such-circle',
      'no-such-community',
      'community-closed',
      'not-taking-part',
      'service-account',
      'circle-full',
      'circle-began',
      'circle-closed',
    ],
    run: learning.joinCircle,
  }),
  route('POST', '/circles/:circleId/leave', {
    summary: 'I leave a circle',
    params: circle,
    answer: circleView,
    refusals: ['no-such-circle'],
    run: learning.leaveCircle,
  }),
  route('POST', '/circles/:circleId/begin', {
    summary: 'The circle begins to meet',
    params: circle,
    answer: circleView,
    refusals: ['no-such-circle', 'not-a-peer', 'too-few-peers', 'circle-closed'],
    run: learning.beginCircle,
  }),
  route('POST', '/circles/:circleId/meetings', {
    summary: 'Notes what a meeting of the circle came to, for its peers; each meeting, by its number, once',
    params: circle,
    body: circleMeetingInput,
    status: 201,
    answer: circleView,
    refusals: [
      'no-such-circle',
      'not-a-peer',
      'circle-not-meeting',
      'meeting-already-noted',
      'meeting-not-next',
      'day-to-come',
      'day-before-beginning',
    ],
    run: learning.noteCircleMeeting,
  }),
];
