import type { Core } from '@copse/core';
import {
  broadcastPage,
  broadcastQuery,
  consultationView,
  editPostingInput,
  editPreferencesInput,
  notificationPage,
  passInput,
  postingView,
  preferencesView,
  recipientPage,
  snoozeInput,
  snoozesView,
} from '@copse/core/contracts';
import { ids, paging, type Route, routesAbout } from '../http/route.ts';

const community = ids('communityId');

/** What people are told, when, and what became of it. */
export function notificationRoutes({ notifications, consultations }: Core): Route[] {
  const route = routesAbout('Notifications');
  return [
    route('GET', '/me/notifications', {
      summary: 'What I was told and what became of it; also what I was told as somebody unnamed, which only I can list',
      query: paging,
      answer: notificationPage,
      run: notifications.listNotifications,
    }),
    route('GET', '/me/preferences', {
      summary: 'What I want to hear of, and when',
      answer: preferencesView,
      run: notifications.seePreferences,
    }),
    route('PATCH', '/me/preferences', {
      summary: 'Changes what I want to hear of; what is not sent stays',
      body: editPreferencesInput,
      edits: true,
      answer: preferencesView,
      refusals: ['changed-meanwhile', 'no-such-community'],
      run: notifications.editPreferences,
    }),
    route('POST', '/me/snooze', {
      summary: 'I am not asked about a topic until then',
      body: snoozeInput,
      answer: snoozesView,
      refusals: ['term-in-the-past'],
      run: consultations.snoozeTopic,
    }),
    route('GET', '/me/broadcasts', {
      summary: 'What became of the messages to many that I caused: counts by state, and why some failed',
      query: broadcastQuery,
      answer: broadcastPage,
      run: notifications.listBroadcasts,
    }),
    route('GET', '/me/broadcasts/:broadcastId/recipients', {
      summary: 'Whom a message to many that I caused is for, by name, and what became of it at each; what failed first',
      params: ids('broadcastId'),
      query: paging,
      answer: recipientPage,
      refusals: ['no-such-broadcast'],
      run: notifications.listRecipients,
    }),
    route('GET', '/communities/:communityId/posting', {
      summary: 'What of a community is posted where it meets in Teams',
      params: community,
      answer: postingView,
      refusals: ['no-such-community'],
      run: notifications.seePosting,
    }),
    route('PATCH', '/communities/:communityId/posting', {
      summary: 'Changes what is posted, or the webhook by which it is; the address is never shown again',
      params: community,
      body: editPostingInput,
      answer: postingView,
      refusals: ['no-such-community', 'not-allowed', 'not-a-webhook'],
      run: notifications.editPosting,
    }),
  ];
}

/** Asking those who know, as whoever is asked sees it. */
export function consultationRoutes({ consultations }: Core): Route[] {
  const route = routesAbout('Consultations');
  const question = ids('questionId');
  return [
    route('GET', '/questions/:questionId/consultation', {
      summary: 'How it stands with asking those who know, and whether and why I was asked',
      params: question,
      answer: consultationView,
      refusals: ['no-such-question'],
      run: consultations.seeConsultation,
    }),
    route('POST', '/questions/:questionId/consultation/pass', {
      summary: 'Passes it on to a member who knows more',
      params: question,
      body: passInput,
      answer: consultationView,
      refusals: ['no-such-question', 'not-asked', 'asked-before', 'no-such-member'],
      run: consultations.passQuestion,
    }),
    route('POST', '/questions/:questionId/consultation/decline', {
      summary: 'Says «not me»',
      params: question,
      answer: consultationView,
      refusals: ['no-such-question', 'not-asked'],
      run: consultations.declineQuestion,
    }),
  ];
}
