/** What a message can be about. Each kind can be turned down on its own. */
export const notificationKinds = [
  'answer-to-my-question',
  'comment-to-me',
  'answer-accepted',
  'asked-for-help',
  'new-question',
  'practice-needs-me',
  'community-news',
  'gathering-reminder',
  'gathering-change',
  'new-gathering',
  'introductions',
  'mentoring',
  'moderation',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const deliveryTimes = ['now', 'daily', 'weekly', 'never'] as const;
export type DeliveryTime = (typeof deliveryTimes)[number];

export const deliveryTimeNames: Readonly<Record<DeliveryTime, string>> = {
  now: 'At once',
  daily: 'Once a day',
  weekly: 'Once a week',
  never: 'Never',
};

/** Every recipient of every message ends in one of these, and stays visible there. */
export const deliveryStates = ['queued', 'held', 'sent', 'failed', 'blocked', 'expired', 'unwanted'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateNames: Readonly<Record<DeliveryState, { readonly name: string; readonly means: string }>> = {
  queued: { name: 'On its way', means: 'It is sent as soon as Teams lets us' },
  held: { name: 'Held', means: 'It waits for working hours, or for the next digest' },
  sent: { name: 'Sent', means: 'Teams has taken it' },
  failed: { name: 'Not delivered', means: 'Teams does not take it; the reason stands beside it' },
  blocked: { name: 'Blocked', means: 'The person has blocked or removed Copse, so nothing is sent' },
  expired: { name: 'Too late', means: 'It was no longer of use when it could have been sent' },
  unwanted: { name: 'Not wanted', means: 'The person has turned off messages of this kind' },
};

/** How each kind is called where people choose, when it comes unless they choose, and for how many days it is of use. */
export const kindsOfNotification: Readonly<
  Record<
    NotificationKind,
    { readonly name: string; readonly means: string; readonly usual: DeliveryTime; readonly days: number }
  >
> = {
  'answer-to-my-question': {
    name: 'Answers',
    means: 'Somebody answers a question of yours, or one that you have too is solved',
    usual: 'now',
    days: 14,
  },
  'comment-to-me': {
    name: 'Comments',
    means: 'Somebody comments on what you asked or answered',
    usual: 'now',
    days: 14,
  },
  'answer-accepted': { name: 'Accepted answers', means: 'An answer of yours solved it', usual: 'now', days: 14 },
  'asked-for-help': {
    name: 'Asked for help',
    means: 'Somebody has a question about what you know. Chosen later than at once, you are not asked',
    usual: 'now',
    days: 3,
  },
  'new-question': { name: 'New questions', means: 'In your communities', usual: 'weekly', days: 7 },
  'practice-needs-me': {
    name: 'Practices that need you',
    means: 'To endorse, to review, or because you keep them',
    usual: 'daily',
    days: 14,
  },
  'community-news': {
    name: 'News of your communities',
    means: 'Who joins or asks to, roles, changes',
    usual: 'daily',
    days: 14,
  },
  mentoring: {
    name: 'Mentoring',
    means: 'You are asked to be a mentor, have found one, or your mentoring or circle needs you',
    usual: 'now',
    days: 14,
  },
  'gathering-reminder': {
    name: 'Reminders of gatherings',
    means:
      'Before a gathering that you come to, in your working hours. Chosen later than at once, it may come too late',
    usual: 'now',
    days: 5,
  },
  'gathering-change': {
    name: 'Changes of gatherings',
    means: 'One that you come to is moved or called off, has a place for you, or tells what came of it',
    usual: 'now',
    days: 7,
  },
  'new-gathering': { name: 'New gatherings', means: 'In your communities', usual: 'daily', days: 14 },
  introductions: {
    name: 'Introductions',
    means: 'To whom you are introduced, and whether you have met. Turned off, you are not introduced',
    usual: 'now',
    days: 14,
  },
  moderation: { name: 'Moderation', means: 'What stewards decided about what you wrote', usual: 'now', days: 30 },
};
