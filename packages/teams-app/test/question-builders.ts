import type { PreferencesView, QuestionCard, QuestionView } from '@copse/core/contracts';
import { kindsOfNotification, notificationKinds } from '@copse/core/vocabulary';

const COMMUNITY = '0198c2a0-0000-7000-8000-000000000001';
const PERSON = '0198c2a0-0000-7000-8000-000000000003';
const QUESTION = '0198c2a0-0000-7000-8000-000000000004';

export const aQuestionCard = (over: Partial<QuestionCard> = {}): QuestionCard => ({
  id: QUESTION,
  community: { id: COMMUNITY, name: 'Accessibility guild' },
  title: 'How do we caption a live talk that is held in two languages?',
  summary: 'The speakers switch in the middle of a sentence, and the captions stay in one language.',
  topics: ['captions', 'video'],
  state: 'answered',
  visibility: 'organisation',
  author: { person: { id: PERSON, name: 'Mara Lindqvist', guest: false }, mine: false },
  askedAt: '2026-03-02T09:00:00.000Z',
  activeAt: '2026-03-03T09:00:00.000Z',
  answerCount: 2,
  meTooCount: 3,
  hidden: false,
  ...over,
});

const noAnswerAbilities = {
  accept: false,
  takeBackAcceptance: false,
  edit: false,
  helped: false,
  comment: false,
  report: false,
};

export const anAnswer = (over: Partial<QuestionView['answers'][number]> = {}): QuestionView['answers'][number] => ({
  id: '0198c2a0-0000-7000-8000-000000000005',
  author: { person: { id: PERSON, name: 'Jonas Weber', guest: false }, mine: false },
  text: 'Run **two** caption tracks:\n\n1. one per language\n2. and let people choose\n\nSee the [guide](https://example.com/guide).',
  at: '2026-03-02T10:00:00.000Z',
  accepted: false,
  helpedCount: 0,
  helpedMe: false,
  comments: [],
  hidden: false,
  ...over,
  abilities: { ...noAnswerAbilities, ...over.abilities },
});

export const aQuestionView = (over: Partial<QuestionView> = {}): QuestionView => ({
  ...aQuestionCard(),
  details: 'The speakers switch in the middle of a sentence, and the captions stay in *one* language.',
  comments: [],
  answers: [
    anAnswer({ helpedCount: 4 }),
    anAnswer({
      id: '0198c2a0-0000-7000-8000-000000000006',
      author: { pseudonym: 'Anonymous 1', mine: false },
      text: 'We hire a captioner who hears both.',
    }),
  ],
  meToo: false,
  askedCount: 0,
  way: [
    { state: 'open', is: 'passed' },
    { state: 'answered', is: 'here' },
  ],
  revision: 3,
  ...over,
  abilities: {
    answer: true,
    comment: true,
    meToo: true,
    edit: false,
    close: false,
    reopen: false,
    markDuplicate: false,
    move: false,
    keepAsPractice: false,
    report: true,
    moderate: false,
    ...over.abilities,
  },
});

export const preferences = (over: Partial<PreferencesView> = {}): PreferencesView => ({
  usual: Object.fromEntries(
    notificationKinds.map((kind) => [kind, kindsOfNotification[kind].usual]),
  ) as PreferencesView['usual'],
  communities: [],
  snoozedTopics: [{ topic: 'captions', until: '2026-04-01T00:00:00.000Z' }],
  revision: 2,
  ...over,
});
