import { introductionsGuide, mentoringGuide } from '@copse/core/vocabulary';
import { communitiesCard, whichCommunityCard } from '../src/bot/cards/communities-card.ts';
import { communityCard } from '../src/bot/cards/community-card.ts';
import { chooseConnectionCard, introductionCard, notConnectedCard } from '../src/bot/cards/connect-card.ts';
import { askWhatCard, foundCard } from '../src/bot/cards/found-card.ts';
import { guideCard, helpCard, unknownCard } from '../src/bot/cards/help-card.ts';
import { linkCard } from '../src/bot/cards/link-card.ts';
import { meCard, personCard } from '../src/bot/cards/me-card.ts';
import { noteCard } from '../src/bot/cards/note-card.ts';
import { practiceCard } from '../src/bot/cards/practice-card.ts';
import { practicesCard } from '../src/bot/cards/practices-card.ts';
import { suggestionsCard, welcomeCard } from '../src/bot/cards/welcome-card.ts';
import type { Card } from '../src/bot/cards/card.ts';
import {
  ableTo,
  aCommunityCard,
  aCommunityView,
  aHit,
  aPerson,
  aPracticeCard,
  aPracticeView,
  inChannel,
  inPrivate,
  me,
} from './builders.ts';

const community = aCommunityView();
const member = aCommunityView({ standing: 'member', abilities: ableTo('leave') });
const mine = [
  aCommunityCard({ standing: 'member' }),
  aCommunityCard({ name: 'Test craft', purpose: 'Tests that we trust.', stage: 'coalescing', memberCount: 1 }),
];
const suggested = [
  {
    community: aCommunityCard({ name: 'Mentoring circle' }),
    because: 'You are interested in mentoring, and so are 12 others there',
  },
];
const examples = [
  { try: 'communities', does: 'Yours, and others that may suit you' },
  { try: 'find accessibility', does: 'Communities, practices and people' },
  { try: 'me', does: 'Your interests, skills and communities' },
];

/** Every card that the bot can show, by what it is about. */
export const gallery: Readonly<Record<string, Card>> = {
  help: helpCard(inPrivate, 'Mara', examples),
  'help in a channel': helpCard(inChannel, '', examples.slice(0, 2)),
  'help about mentoring': guideCard(inPrivate, {
    title: 'How mentoring works',
    steps: mentoringGuide,
    command: 'mentoring',
  }),
  'help about introductions in a channel': guideCard(inChannel, {
    title: 'How introductions work',
    steps: introductionsGuide,
    command: 'introductions',
  }),
  'words that are no command': unknownCard('comunities', 'communities'),
  welcome: welcomeCard(['accessibility']),
  'welcome without a topic': welcomeCard([], true),
  'suggestions for new interests': suggestionsCard(suggested, inPrivate),
  'no suggestion yet': suggestionsCard([], inPrivate),
  introduction: introductionCard(),
  'a place without a community': notConnectedCard(inChannel),
  'choosing a community to connect': chooseConnectionCard(mine, inChannel),
  'no community to connect': chooseConnectionCard([], inChannel),
  'a community for everybody': communityCard(community, { viewer: inChannel, personal: false }),
  'a community for a newcomer': communityCard(community, {
    viewer: inPrivate,
    personal: true,
    back: 'find accessibility',
  }),
  'a community just joined': communityCard(member, {
    viewer: inPrivate,
    personal: true,
    notice: { text: 'Welcome to **Accessibility guild**! You are a member now.', kind: 'done' },
  }),
  'a community on request': communityCard(
    aCommunityView({ visibility: 'on-request', abilities: ableTo('requestToJoin') }),
    { viewer: inPrivate, personal: true },
  ),
  'a request that waits': communityCard(
    aCommunityView({ visibility: 'on-request', standing: 'requested', abilities: ableTo('withdrawRequest') }),
    {
      viewer: inPrivate,
      personal: true,
    },
  ),
  'an invitation': communityCard(
    aCommunityView({
      visibility: 'by-invitation',
      standing: 'invited',
      invitation: { by: { name: 'Sven Okafor', guest: false }, message: 'We could use your *eye*.' },
      abilities: ableTo('acceptInvitation'),
    }),
    { viewer: inPrivate, personal: true },
  ),
  'leaving for good?': communityCard(member, { viewer: inPrivate, personal: true, confirmLeaving: true }),
  'a closed community': communityCard(
    aCommunityView({
      stage: 'closed',
      closed: { at: '2026-03-01T09:00:00.000Z', reason: 'Done' },
      abilities: ableTo(),
    }),
    {
      viewer: inPrivate,
      personal: true,
    },
  ),
  'my communities': communitiesCard({ mine, suggested, viewer: inPrivate }),
  'no communities yet': communitiesCard({ mine: [], suggested: [], viewer: inPrivate }),
  'communities in a channel': communitiesCard({ mine, suggested: [], viewer: inChannel }),
  'which community is meant': whichCommunityCard('craft', mine, 'join'),
  found: foundCard({
    asked: 'accessibility',
    found: [
      { kind: 'community', hits: [aHit()], more: false },
      {
        kind: 'practice',
        hits: [
          aHit({
            kind: 'practice',
            title: 'Test with a keyboard',
            community: { id: '1', name: 'Accessibility guild' },
          }),
        ],
        more: true,
      },
      { kind: 'person', hits: [aHit({ kind: 'person', title: 'Jonas Weber', snippet: [] })], more: false },
      {
        kind: 'gathering',
        hits: [
          aHit({
            kind: 'gathering',
            title: 'Office hours for screen readers',
            snippet: [],
            topics: [],
            startsAt: '2026-03-03T09:00:00.000Z',
            community: { id: '1', name: 'Accessibility guild' },
          }),
        ],
        more: false,
      },
    ],
    corrected: true,
    viewer: inPrivate,
    timeZone: 'Europe/Zurich',
  }),
  'found nothing': foundCard({
    asked: 'quantum',
    found: [],
    corrected: false,
    viewer: inPrivate,
    timeZone: undefined,
  }),
  'what to find': askWhatCard(),
  practices: practicesCard({
    title: 'Practices of Accessibility guild',
    practices: [
      aPracticeCard(),
      aPracticeCard({ title: 'Name every icon button', life: 'proposed', endorsementCount: 0, teamCount: 1 }),
    ],
    viewer: inPrivate,
    page: 'discover',
    here: 'practices',
    back: 'communities',
    ofOne: true,
  }),
  'no practices': practicesCard({
    title: 'Practices',
    practices: [],
    viewer: inPrivate,
    page: 'discover',
    here: 'practices',
  }),
  'a practice': practiceCard(aPracticeView(), { viewer: inPrivate, personal: true, back: 'practices' }),
  'a practice for everybody': practiceCard(aPracticeView(), { viewer: inChannel, personal: false }),
  'a practice endorsed by me': practiceCard(
    aPracticeView({
      endorsedByMe: true,
      reviewDue: true,
      abilities: {
        endorse: false,
        takeBackEndorsement: true,
        recordAdoption: true,
        edit: false,
        entrust: false,
        credit: false,
        report: false,
        life: [],
      },
    }),
    { viewer: inPrivate, personal: true, notice: { text: 'Thank you. Your endorsement counts.', kind: 'done' } },
  ),
  me: meCard(me(), mine, inPrivate),
  'a colleague': personCard(aPerson(), 'find playwright'),
  link: linkCard({ code: 'ABCD-2345', expiresAt: '2026-03-01T09:10:00.000Z' }),
  'a wrong code': linkCard(
    { code: 'ABCD-2345', expiresAt: '2026-03-01T09:10:00.000Z' },
    { text: 'That is not a code I know.', kind: 'problem' },
  ),
  'a note': noteCard({ text: 'Something went wrong on our side, and nothing was lost.', kind: 'problem' }),
};
