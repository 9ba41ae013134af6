import { bindTo } from './binding.ts';
import type { Sealed } from './core-questions.ts';
import { sqlConversationStore } from './notifications/conversation-store.ts';
import { editPosting } from './notifications/edit-posting.ts';
import { editPreferences } from './notifications/edit-preferences.ts';
import { listBroadcasts } from './notifications/list-broadcasts.ts';
import { listNotifications } from './notifications/list-notifications.ts';
import { listRecipients } from './notifications/list-recipients.ts';
import { sqlPostingStore } from './notifications/posting-store.ts';
import { sqlPreferencesStore } from './notifications/preferences-store.ts';
import { sqlNotificationQueries } from './notifications/queries.ts';
import { recordConversation } from './notifications/record-conversation.ts';
import { seePosting } from './notifications/see-posting.ts';
import { seePreferences } from './notifications/see-preferences.ts';
import { webhookSeal } from './notifications/webhook-seal.ts';

export function notificationUseCases(ports: Sealed) {
  const { now } = ports;
  const bind = bindTo({
    preferences: sqlPreferencesStore(ports),
    messages: sqlNotificationQueries(ports),
    postings: sqlPostingStore({ ...ports, webhookSeal: webhookSeal(ports) }),
    conversations: sqlConversationStore(ports),
    now,
  });
  return {
    editPosting: bind(editPosting),
    editPreferences: bind(editPreferences),
    listBroadcasts: bind(listBroadcasts),
    listNotifications: bind(listNotifications),
    listRecipients: bind(listRecipients),
    recordConversation: bind(recordConversation),
    seePosting: bind(seePosting),
    seePreferences: bind(seePreferences),
  };
}
