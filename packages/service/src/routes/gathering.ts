import type { Core } from '@copse/core';
import { homeView, searchPage, searchQuery, similarCommunities, similarQuery } from '@copse/core/contracts';
import { type Route, routesAbout } from '../http/route.ts';

/** What is gathered from all slices: the home page, search, and communities that resemble what is being founded. */
export function gatheringRoutes({ discovery, search, stewardship }: Core): Route[] {
  const route = routesAbout('Finding');
  return [
    route('GET', '/me/home', {
      summary: 'My communities, what needs me, and what may interest me',
      answer: homeView,
      run: stewardship.seeHome,
    }),
    route('GET', '/search', {
      summary: 'Finds communities, practices and people; forgives typing errors',
      query: searchQuery,
      answer: searchPage,
      run: search.searchAll,
    }),
    route('GET', '/communities/similar', {
      summary: 'Communities so near to what is being founded that joining may be better',
      query: similarQuery,
      answer: similarCommunities,
      run: discovery.findSimilar,
    }),
  ];
}
