import { type Choosing, CommunityField, useMyCommunities } from '../community/community-field.tsx';

/** The communities that the viewer may ask in. */
export const AskWhere = (choosing: Choosing) => (
  <CommunityField
    label="Ask in"
    communities={useMyCommunities()}
    fits={({ abilities }) => abilities.ask}
    {...choosing}
  />
);
