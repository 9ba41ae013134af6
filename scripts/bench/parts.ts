import type { Figure } from './figures.ts';
import { measureBot } from './parts/bot.ts';
import { measureExperts } from './parts/experts.ts';
import { tellEverybody } from './parts/fanout.ts';
import { measureGatherings } from './parts/gatherings.ts';
import { followGrowth } from './parts/growth.ts';
import { compareIntroductions } from './parts/introductions.ts';
import { assignMentors } from './parts/mentors.ts';
import { comparePeople } from './parts/people.ts';
import { measureRoutes } from './parts/routes.ts';
import { measureSearch } from './parts/search.ts';
import type { World } from './world.ts';

export type Part = { readonly about: string; readonly run: (world: World) => Promise<readonly Figure[]> };

/** All parts in the order in which they run: the databases grow from one to the next, and `routes` writes much more. */
export const parts: Readonly<Record<string, Part>> = {
  people: {
    about: 'the same pages with 1,000 and with 100,000 people, 1,000 communities and 20,000 practices each',
    run: comparePeople,
  },
  growth: {
    about: 'the same pages with 10,000, 50,000 and 200,000 questions, 100,000 people each',
    run: followGrowth,
  },
  search: { about: 'one search over 100,000 people, 200,000 questions and 600,000 answers', run: measureSearch },
  experts: { about: 'who knows about a question, among 100,000 people and 600,000 answers', run: measureExperts },
  routes: {
    about:
      '100,000 people, 200,000 questions, 600,000 answers, beside a bare node:http + pg floor with the same statements',
    run: measureRoutes,
  },
  bot: { about: 'our bot beside a bare botbuilder echo: signed tokens, a local Bot Connector', run: measureBot },
  fanout: {
    about: 'one question told to 100,000 people through a connector with the limits of Teams',
    run: tellEverybody,
  },
  introductions: {
    about: 'a round of pairs by chance, greedily, as we plan it, and the best there is; each in a process of its own',
    run: compareIntroductions,
  },
  mentors: {
    about: 'mentors for all who look for one, in the best way there is with the room that each offers',
    run: assignMentors,
  },
  gatherings: {
    about: 'the calendar of 500 weekly series over the real route; 5,000 answers at once for 100 places',
    run: measureGatherings,
  },
};
