import type { CommunityView } from '@copse/core/contracts';
import { placeHere, type PlaceHere } from '../../host/here.ts';
import { useConnectPlace } from '../../parts/connect-place.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.tsx';

/** The place around the tab, where it is one that could carry this community and does not yet. */
export function useConnectHere(community: CommunityView) {
  const { host } = useSession();
  const notices = useNotices();
  const connect = useConnectPlace(({ name }) => notices.done(`${name} meets here now.`));
  const here = placeHere(host);
  const connected = community.connections.some(({ externalId }) => externalId === here?.externalId);
  return { place: connected ? undefined : here, connect };
}

export const connectWords = (place: PlaceHere, name: string) =>
  `${place.kind === 'teams-chat' ? 'This chat' : place.name} is not connected to a community yet. Connect it to ${name}, and the bot will know what is meant here.`;
