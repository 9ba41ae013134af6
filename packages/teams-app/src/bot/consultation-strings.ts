/** What the bot says to somebody who was asked because they may know. */
export const consultationWords = {
  declined: 'All right. Somebody else is asked, and nobody is told who said no.',
  passTitle: 'Who may know more?',
  passTo: 'Member of the community',
  pass: 'Pass it on',
  required: 'Choose somebody.',
  nobody: 'Nobody else takes part in this community yet.',
  passed: 'Passed on. They are asked in their working hours.',
  snoozed: 'You are not asked about this topic for a month. *settings* shows what you have paused.',
} as const;
