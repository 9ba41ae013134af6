import { gatheringsGuide, introductionsGuide, mentoringGuide } from '@copse/core/vocabulary';
import { guideCard, helpCard } from '../cards/help-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { understand } from '../plain-words.ts';
import { words as say } from '../strings.ts';
import type { Command } from '../turn.ts';

const EXAMPLES = [
  { try: 'ask', does: 'A question to one of your communities, without your name if you like' },
  { try: 'find accessibility', does: 'Answers, practices, communities, people and gatherings' },
  { try: 'questions', does: 'What others are asking' },
  { try: 'communities', does: 'Yours, and others that may suit you' },
  { try: 'gatherings', does: 'When your communities meet, and whether you come' },
  { try: 'mentoring', does: 'Who asks you to be their mentor, and with whom you work' },
  { try: 'introductions', does: 'To whom you are introduced, and where you want to be' },
  { try: 'digest', does: 'What is new for you' },
  { try: 'settings', does: 'What I write to you, and when' },
];

const EXAMPLES_IN_GROUP = [
  { try: 'ask', does: 'The community that meets here: write your question after it' },
  { try: 'questions', does: 'What is asked here' },
  { try: 'practices', does: 'What the community has learned' },
  { try: 'gatherings', does: 'When it meets, and whether you come' },
  { try: 'find accessibility', does: 'Answers, practices and communities about a topic' },
];

/** What takes more than a line to explain, under the name of its command. */
const GUIDES = {
  gatherings: { title: 'How gatherings work', steps: gatheringsGuide },
  introductions: { title: 'How introductions work', steps: introductionsGuide },
  mentoring: { title: 'How mentoring works', steps: mentoringGuide },
} as const;
const guideOf = (words: string) => {
  const asked = understand(words).command;
  const isGuided = asked === 'gatherings' || asked === 'introductions' || asked === 'mentoring';
  return isGuided ? { ...GUIDES[asked], command: asked } : undefined;
};

export const helpCommand: Command = {
  name: 'help',
  usage: 'help',
  does: 'See what I can do',

  async run(_core, turn, words) {
    const group = inGroup(turn);
    const guide = guideOf(words);
    if (guide) return { card: guideCard(turn, guide), summary: guide.title };
    // In a group the card is for everybody, so it greets nobody by name.
    const name = group ? '' : (turn.name.split(' ')[0] ?? '');
    return {
      card: helpCard(turn, name, group ? EXAMPLES_IN_GROUP : EXAMPLES),
      summary: say.help.inGroup,
    };
  },
};
