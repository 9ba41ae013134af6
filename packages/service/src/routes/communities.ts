import type { Core } from '@copse/core';
import {
  atPlaceQuery,
  changeStageInput,
  closeCommunityInput,
  communityPage,
  communityView,
  connectInput,
  directoryQuery,
  editCommunityInput,
  foundCommunityInput,
  topicCounts,
} from '@copse/core/contracts';
import { ids, type Route, routesAbout } from '../http/route.ts';

const community = ids('communityId');

/** Communities themselves: the directory, founding, editing, stages and places. */
export function communityRoutes({ communities }: Core): Route[] {
  const route = routesAbout('Communities');
  return [
    route('GET', '/communities', {
      summary: 'The directory, new and lively communities first',
      query: directoryQuery,
      answer: communityPage,
      run: communities.listDirectory,
    }),
    route('GET', '/communities/topics', {
      summary: 'Topics and how many communities share each',
      answer: topicCounts,
      run: communities.countTopics,
    }),
    route('GET', '/communities/at', {
      summary: 'The community that meets at a place',
      query: atPlaceQuery,
      answer: communityView,
      refusals: ['no-such-community'],
      run: communities.findAtPlace,
    }),
    route('POST', '/communities', {
      summary: 'Founds a community',
      body: foundCommunityInput,
      status: 201,
      answer: communityView,
      refusals: ['guests-cannot-found', 'name-taken'],
      run: communities.foundCommunity,
    }),
    route('GET', '/communities/:communityId', {
      summary: 'One community',
      params: community,
      answer: communityView,
      refusals: ['no-such-community'],
      run: communities.seeCommunity,
    }),
    route('PATCH', '/communities/:communityId', {
      summary: 'Edits a community; what is not sent stays',
      params: community,
      body: editCommunityInput,
      edits: true,
      answer: communityView,
      refusals: ['no-such-community', 'not-allowed', 'community-closed', 'changed-meanwhile', 'name-taken'],
      run: communities.editCommunity,
    }),
    route('POST', '/communities/:communityId/stage', {
      summary: 'Says in which stage of its life the community is',
      params: community,
      body: changeStageInput,
      answer: communityView,
      refusals: ['name-taken', 'no-such-community', 'not-allowed', 'already-so', 'community-closed'],
      run: communities.changeStage,
    }),
    route('POST', '/communities/:communityId/close', {
      summary: 'Closes a community with dignity',
      params: community,
      body: closeCommunityInput,
      answer: communityView,
      refusals: ['name-taken', 'no-such-community', 'not-allowed', 'already-so'],
      run: communities.closeCommunity,
    }),
    route('POST', '/communities/:communityId/reopen', {
      summary: 'Reopens a closed community',
      params: community,
      answer: communityView,
      refusals: ['no-such-community', 'not-allowed', 'already-so', 'name-taken'],
      run: communities.reopenCommunity,
    }),
    route('POST', '/communities/:communityId/connections', {
      summary: 'Connects a channel, a chat or a space',
      params: community,
      body: connectInput,
      status: 201,
      answer: communityView,
      refusals: [
        'name-taken',
        'no-such-community',
        'not-allowed',
        'place-taken',
        'too-many-places',
        'community-closed',
      ],
      run: communities.connectPlace,
    }),
    route('DELETE', '/communities/:communityId/connections/:connectionId', {
      summary: 'Disconnects a place',
      params: ids('communityId', 'connectionId'),
      answer: communityView,
      refusals: ['name-taken', 'community-closed', 'no-such-community', 'not-allowed', 'no-such-connection'],
      run: communities.disconnectPlace,
    }),
  ];
}
