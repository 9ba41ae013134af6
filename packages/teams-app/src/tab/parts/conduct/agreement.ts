import { useState } from 'react';
import { useAcknowledgeConduct } from './acknowledge-conduct.ts';
import { useConduct } from './see-conduct.ts';

export type Agreement = {
  readonly communityId: string;
  /** Whether nothing about the code of conduct stands in the way of sending. */
  readonly ready: boolean;
  readonly ticked: boolean;
  readonly tick: (ticked: boolean) => void;
  readonly error: unknown;
  readonly busy: boolean;
  /** Records the agreement where it was not yet, then goes on; not at all when recording it fails. */
  readonly agreeAndThen: (next: () => void) => void;
};

/** What a form needs to know about the code of conduct of the community that it writes to. */
export function useAgreement(communityId: string): Agreement {
  const conduct = useConduct(communityId);
  const acknowledge = useAcknowledgeConduct(communityId);
  const [tickedFor, setTickedFor] = useState('');
  const agreed = conduct.data?.acknowledgedOn !== undefined;
  const ticked = tickedFor === communityId;
  return {
    communityId,
    ready: agreed || ticked,
    ticked,
    tick: (yes) => setTickedFor(yes ? communityId : ''),
    error: acknowledge.error,
    busy: acknowledge.isPending,
    agreeAndThen: (next) => (agreed ? next() : acknowledge.mutate(undefined, { onSuccess: next })),
  };
}
