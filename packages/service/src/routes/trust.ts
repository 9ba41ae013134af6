import type { Core } from '@copse/core';
import { conductView, editConductInput } from '@copse/core/contracts';
import { ids, type Route, routesAbout } from '../http/route.ts';

const community = ids('communityId');

/** Trust: the code of conduct. */
export function trustRoutes({ trust }: Core): Route[] {
  const route = routesAbout('Trust');
  return [
    route('GET', '/communities/:communityId/conduct', {
      summary: 'The code of conduct, and whether I have agreed to it',
      params: community,
      answer: conductView,
      refusals: ['no-such-community'],
      run: trust.seeConduct,
    }),
    route('POST', '/communities/:communityId/conduct/acknowledge', {
      summary: 'I agree to the code of conduct; needed once before I write in a community',
      params: community,
      answer: conductView,
      refusals: ['no-such-community', 'not-taking-part'],
      run: trust.acknowledgeConduct,
    }),
    route('PUT', '/communities/:communityId/conduct', {
      summary: 'Writes the community’s own code of conduct; an empty text goes back to the usual one',
      params: community,
      body: editConductInput,
      answer: conductView,
      refusals: ['no-such-community', 'not-allowed', 'community-closed'],
      run: trust.editConduct,
    }),
  ];
}
