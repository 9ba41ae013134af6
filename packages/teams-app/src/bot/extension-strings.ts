/** What the message extension says. Functions take text that is safe in a card already. */
export const extensionWords = {
  none: {
    searchQuestions: 'No question has been asked yet. Be the first: choose “Ask the community”.',
    searchPractices: 'No practice has been written down yet. Keep one from a message that helped you.',
    searchCommunities: 'There is no community yet. The first one can be founded in Copse, under Discover.',
    searchPeople: 'Nobody else has opened Copse yet.',
  },
  nothing: (asked: string) => `Nothing found for “${asked}”. Try a broader word.`,
  slow: 'This takes longer than it should. Please try again in a moment.',
  labels: {
    question: 'Question',
    practice: 'Practice',
    community: 'Community',
    person: 'Person',
    gathering: 'Gathering',
  },
  open: 'Open in Copse',
  discreet: {
    question: 'A question for members of a community. Open it in Copse to read it, if you take part there.',
    practice: 'A practice for members of a community. Open it in Copse to read it, if you take part there.',
    gathering: 'A gathering for members of a community. Open it in Copse to see it, if you take part there.',
    community: 'A community by invitation. Open it in Copse, if you are a member or have been invited.',
  },

  pickMessage: 'Choose this from the menu of a message that has words in it.',
  clipped: 'The message was long, so this is its beginning. The rest can be added in Copse.',

  clippedSeveral: 'The messages were long, so this is their beginning. The rest can be added in Copse.',

  keep: {
    title: 'Keep as practice',
    intro: 'It lands as a draft that only you, those you credit and the stewards of the community see.',
    name: 'Title',
    nameHint: 'What it is good for, in a few words',
    nameWrong: 'Please use between 5 and 120 characters for the title.',
    body: 'What was learned',
    bodyHint: 'Markdown works: **bold**, lists, `code`.',
    bodyMissing: 'Write at least a sentence.',
    bodyTooLong: 'This is longer than a practice may be. Please shorten it.',
    community: 'Community',
    chooseCommunity: 'Choose the community that keeps it.',
    noCommunity: 'You take part in no community yet. Join one first, then keep it there.',
    pick: {
      title: 'Which messages belong to it?',
      intro:
        'Tick them. On the next page the words stand one after the other, and you can change them. Everybody you pick is asked before they are named.',
      label: 'What was said here',
      needed: 'Pick at least one message.',
      nobody: 'Somebody',
      go: 'Go on',
      again: 'Pick other messages',
    },
    /** Why there is nothing to pick from, and who can change that. */
    alone: {
      'threads-not-set-up':
        'Only this message can be kept, since I cannot read the others here; whoever administers Copse in your organisation can set that up.',
      'thread-not-allowed': {
        'teams-channel':
          'Only this message can be kept, since I may not read the others here; an owner of this team can allow it by adding Copse, or its latest version, to the team.',
        'teams-chat':
          'Only this message can be kept, since I may not read the others here; anybody in this chat can allow it by adding Copse, or its latest version, to the chat.',
      },
      'thread-away':
        'Only this message can be kept for now, since I could not read the others; try again in a moment, and tell whoever administers Copse if it stays like this.',
      apart: 'Only this message can be kept: I could not find it among the others that people wrote here.',
    },
    save: 'Keep as draft',
    preview: 'Preview',
    who: 'Said by somebody in the chat. I ask them whether their name may stand beside it, and until they say yes it does not.',
    whoMany:
      'Said by several people in the chat. I ask each whether their name may stand beside it, and until they say yes it does not.',
    whoUnknown:
      'Whoever said it has no account in your organisation that I could ask, so no name will stand beside it.',
    done: 'Kept as a draft',
    doneText: (title: string) => `**${title}** is a draft now. Read it over, then propose it to the community.`,
    asked: (count: number) =>
      count === 1
        ? 'I have asked whoever said it whether you may credit them.'
        : `I have asked ${count} people whether you may credit them.`,
    notAsked:
      'I could not ask everybody who spoke, since not all of them have added Copse. Until they agree, the credit reads “somebody in the chat”.',
    open: 'Open the draft',
  },

  /** Stands in the text of a practice until the person has agreed to be named. */
  somebody: 'somebody in the chat',
  /** Markdown; `link` is the address of the message, where Teams told it. */
  source: (people: string, link: string | undefined) =>
    `From a conversation in Teams, said by ${people}.${link ? ` [The message](${link})` : ''}`,

  credit: {
    title: 'May your name stand beside this?',
    text: (who: string) =>
      `${who} has kept something that you said in a chat as the draft of a practice, so that others find it again. They would like to credit you.`,
    said: 'What they kept from you',
    if: 'Without your yes, nobody is named. You can be taken off again at any time.',
    yes: 'Yes, credit me',
    no: 'No, leave me out',
    thanks: 'Thank you. You are credited as a contributor.',
    left: 'All right. Your name stays out of it.',
    takeOff: 'Take my name off again',
    owned: 'You are the owner of this practice by now, and its owner is always named. Nothing was changed.',
    notYou: 'This was meant for somebody else, so only they can answer it.',
    gone: 'The draft is no longer there, or whoever kept it has left. Nothing was changed.',
    summary: 'May your name stand beside what you said?',
    note: 'Credited with their consent',
    noteOff: 'Named no longer, as they wish',
  },
} as const;
