import { answerDialogCard } from '../src/bot/cards/answer-dialog-card.ts';
import { askCard } from '../src/bot/cards/ask-card.ts';
import { type Card, openDialog, press, send } from '../src/bot/cards/card.ts';
import { creditCard } from '../src/bot/cards/credit-card.ts';
import { digestCard } from '../src/bot/cards/digest-card.ts';
import { keepCard } from '../src/bot/cards/keep-card.ts';
import { questionCard } from '../src/bot/cards/question-card.ts';
import { questionsCard } from '../src/bot/cards/questions-card.ts';
import { communitySettingsCard, settingsCard, whichSettingsCard } from '../src/bot/cards/settings-card.ts';
import { aCommunityCard, aPracticeCard, inChannel, inPrivate } from './builders.ts';
import { anAnswer, aQuestionCard, aQuestionView, preferences } from './question-builders.ts';

const mine = [aCommunityCard({ standing: 'member' }), aCommunityCard({ name: 'Test craft' })];

/** The cards about questions, and what tells of them. */
export const questionGallery: Readonly<Record<string, Card>> = {
  'a question for everybody': questionCard(aQuestionView(), { viewer: inChannel, personal: false }),
  'a question to answer': questionCard(aQuestionView({ answers: [], answerCount: 0, state: 'open', meTooCount: 0 }), {
    viewer: inChannel,
    personal: true,
    drawn: 'as-before',
  }),
  'a question of mine, unnamed': questionCard(
    aQuestionView({
      author: { pseudonym: 'Asker', mine: true },
      answers: [anAnswer({ abilities: { ...anAnswer().abilities, accept: true, helped: true } })],
      answerCount: 1,
      abilities: { ...aQuestionView().abilities, meToo: false },
    }),
    {
      viewer: inPrivate,
      personal: true,
      back: 'questions',
      notice: { text: 'Your question is there, without your name.', kind: 'done' },
    },
  ),
  'a solved question': questionCard(
    aQuestionView({ state: 'accepted', answers: [anAnswer({ accepted: true, helpedCount: 1 })], answerCount: 5 }),
    { viewer: inChannel, personal: false },
  ),
  'a question kept as a practice': questionCard(
    aQuestionView({
      state: 'kept',
      answers: [anAnswer({ accepted: true })],
      answerCount: 1,
      keptAs: { id: '0198c2a0-0000-7000-8000-000000000002', title: 'Caption every language' },
    }),
    { viewer: inPrivate, personal: true },
  ),
  'a question asked before': questionCard(
    aQuestionView({
      state: 'duplicate',
      answers: [],
      answerCount: 0,
      duplicateOf: { id: '0198c2a0-0000-7000-8000-000000000007', title: 'Captions in two languages?' },
    }),
    { viewer: inPrivate, personal: true },
  ),
  'a closed question with a hidden answer': questionCard(
    aQuestionView({
      state: 'closed',
      closed: { reason: 'off-topic', note: 'Ask the video *team*.', at: '2026-03-04T09:00:00.000Z' },
      answers: [anAnswer({ hidden: true, text: 'Something unkind.' })],
      answerCount: 1,
    }),
    { viewer: inChannel, personal: false },
  ),
  questions: questionsCard({
    title: 'Questions of Accessibility guild',
    questions: [
      aQuestionCard(),
      aQuestionCard({ title: 'Which colours pass?', state: 'open', answerCount: 0, meTooCount: 0, summary: '' }),
    ],
    viewer: inChannel,
    page: 'questions',
    here: 'questions',
    communityId: aCommunityCard().id,
  }),
  'no questions': questionsCard({
    title: 'Questions in your communities',
    questions: [],
    viewer: inPrivate,
    page: 'questions',
    here: 'questions',
  }),
  'a question being written': askCard({
    draft: {
      title: 'How do we caption a live talk?',
      details: 'I tried **two** tracks.',
      topics: 'captions',
      communityId: undefined,
      unnamed: true,
    },
    mine,
    similar: [aQuestionCard({ state: 'accepted' })],
    preview: true,
    actions: [press('Ask', 'ask', {}, true), openDialog('Preview', 'ask')],
  }),
  'nobody to ask': askCard({
    draft: { title: '', details: '', topics: '', communityId: undefined, unnamed: false },
    mine: [],
    similar: [],
    actions: [],
  }),
  'an answer being written': answerDialogCard({
    question: aQuestionView(),
    draft: { text: 'Run **two** tracks.', unnamed: false },
    preview: true,
    actions: [send('Send answer', { dialog: 'answer' }, true), send('Preview', { dialog: 'answer' })],
  }),
  'a code of conduct before the first answer': answerDialogCard({
    question: aQuestionView({ author: { pseudonym: 'Asker', mine: true } }),
    draft: { text: 'Run two tracks.', unnamed: false },
    notice: { text: 'Before your first words in this community, please read its code of conduct.' },
    conduct: { text: 'Be kind. **Assume** good intent.\n\n- No advertising\n- Nothing confidential' },
    actions: [send('I agree, and send', { dialog: 'answer' }, true)],
  }),
  'something said that is being kept': keepCard({
    draft: { title: 'Two caption tracks', body: 'Run **two** tracks:\n\n- one per language', communityId: undefined },
    mine,
    who: 'Said by somebody in the chat. I ask them whether their name may stand beside it.',
    preview: true,
    actions: [send('Keep as draft', { step: 'send' }, true), send('Preview', { step: 'preview' })],
  }),
  'may you be credited?': creditCard({
    keeper: 'Mara *Lindqvist*',
    said: 'Run **two** caption tracks.',
    token: 'signed',
  }),
  digest: digestCard({
    title: 'What is new for you',
    needsMe: [
      { kind: 'requests-to-admit', count: 2, community: { id: aCommunityCard().id, name: 'Accessibility guild' } },
    ],
    waiting: [aQuestionCard({ state: 'open', answerCount: 0 })],
    solved: [aQuestionCard({ state: 'accepted' })],
    practices: [aPracticeCard()],
    viewer: inPrivate,
    page: 'home',
  }),
  'an empty digest': digestCard({
    title: 'What is new in Accessibility guild',
    needsMe: [],
    waiting: [],
    solved: [],
    practices: [],
    viewer: inChannel,
    page: 'home',
  }),
  settings: settingsCard({
    preferences: preferences({ awayUntil: '2026-04-01T00:00:00.000Z' }),
    communities: [aCommunityCard()],
    viewer: inPrivate,
  }),
  'settings of which community': whichSettingsCard({ communities: [aCommunityCard()] }),
  'settings of one community': communitySettingsCard({
    preferences: preferences({
      communities: [
        { community: { id: aCommunityCard().id, name: 'Guild *one*' }, times: { 'new-question': 'never' } },
      ],
    }),
    community: { id: aCommunityCard().id, name: 'Guild *one*' },
  }),
};
