import { useEffect } from 'react';
import { type Choosing, CommunityField, useMyCommunities } from '../community/community-field.tsx';
import { useSpaceCommunity } from '../community/use-space-community.ts';

/** The communities that the viewer takes part in; the one of this space is chosen already. */
export function KeepWhere(choosing: Choosing) {
  const { chosen, onChoose } = choosing;
  const mine = useMyCommunities();
  const ofSpace = useSpaceCommunity();
  const here = ofSpace.state === 'ready' ? ofSpace.value?.id : undefined;
  const usual = mine.state === 'ready' ? mine.value.items.find(({ id }) => id === here)?.id : undefined;
  useEffect(() => {
    if (usual !== undefined && chosen === undefined) onChoose(usual);
    // Only what loads later chooses by itself, never again what a person took back.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [usual]);
  return <CommunityField label="Community that keeps it" communities={mine} {...choosing} />;
}
