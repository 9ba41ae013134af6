/** What the bot says about gatherings. */
export const gatheringWords = {
  does: 'When your communities meet, and whether you come',
  title: 'Gatherings',
  here: (community: string) => `Gatherings of ${community}`,
  none: 'Nothing is planned.',
  noneHelp: 'Coordinators and facilitators schedule gatherings in Copse, on the page of their community.',
  open: 'Open in Copse',
  all: 'All gatherings',
  join: 'Join online',
  details: 'Agenda and link',
  read: 'Read it here',
  going: 'Going',
  maybe: 'Maybe',
  notGoing: 'Not going',
  waitingList: 'Join the waiting list',
  sameLater: 'Same for later dates',
  saidOfLater: 'You have said the same of all later dates. Where one is full, you wait for a place.',
  checkIn: 'I am here',
  checkedIn: 'Noted: you are there.',
  yours: {
    going: 'You come.',
    waiting: (place: number) => `It is full. You are number ${place} on the waiting list.`,
    maybe: 'You may come.',
    'not-going': 'You do not come.',
  },
  cancelled: 'It was called off.',
  hosts: (names: string) => `With ${names}`,
  coming: (going: number, capacity: number | undefined, waiting: number) =>
    [
      capacity === undefined ? `${going} going` : `${going} of ${capacity} places taken`,
      waiting > 0 ? `${waiting} waiting` : '',
    ]
      .filter(Boolean)
      .join(', '),
  agenda: 'Agenda',
  recap: 'What came of it',
  notForHere: 'That gathering is not for everybody here. Write to me in our own chat, and I show it to you.',
} as const;
