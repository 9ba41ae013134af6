import type { Core } from '@copse/core';
import {
  homeView,
  measuresQuery,
  measuresView,
  searchPage,
  searchQuery,
  searchSuggestions,
  searchSuggestQuery,
  similarCommunities,
  similarQuery,
} from '@copse/core/contracts';
import { ids, type Route, routesAbout } from '../http/route.ts';

/** What is gathered from all slices: the home page, search, and communities that resemble what is being founded. */
export function findingRoutes({ discovery, impact, search, stewardship }: Core): Route[] {
  const route = routesAbout('Finding');
  return [
    route('GET', '/me/home', {
      summary: 'My communities, what needs me, and what may interest me',
      answer: homeView,
      run: stewardship.seeHome,
    }),
    route('GET', '/search', {
      summary: 'Finds communities, people, practices and questions with their answers; forgives typing errors',
      query: searchQuery,
      answer: searchPage,
      run: search.searchAll,
    }),
    route('GET', '/search/suggest', {
      summary: 'Titles that hold what has been typed so far',
      query: searchSuggestQuery,
      answer: searchSuggestions,
      run: search.suggest,
    }),
    route('GET', '/communities/:communityId/measures', {
      summary: 'How quickly questions of a community are answered',
      params: ids('communityId'),
      query: measuresQuery,
      answer: measuresView,
      refusals: ['no-such-community'],
      run: impact.seeMeasures,
    }),
    route('GET', '/communities/similar', {
      summary: 'Communities so near to what is being founded that joining may be better',
      query: similarQuery,
      answer: similarCommunities,
      run: discovery.findSimilar,
    }),
  ];
}
