/** What the bot says unasked. */
export const proactiveWords = {
  several: (count: number) => (count === 1 ? 'One thing for you' : `${count} things for you`),
  more: (count: number) => (count === 1 ? 'and one more in Copse' : `and ${count} more in Copse`),
  digest: (community: string | undefined) => (community ? `What is new in ${community}` : 'What is new'),
  open: 'Open in Copse',
  why: (because: string) => `Why this comes: ${because}`,
  whyPlace: 'A coordinator of the community can change what is posted here, in Copse under its settings.',
  stop: (settings: string) => `You can [change or stop this](${settings}) at any time.`,
  notMe: 'Not me',
  pass: 'Pass it on',
  snooze: (topic: string) => `No more about ${topic} for a month`,
} as const;
