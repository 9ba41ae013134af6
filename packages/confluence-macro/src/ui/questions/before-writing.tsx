import type { ReactNode } from 'react';
import { useNameFirst } from '../account/name-first.tsx';
import { useConductFirst } from './conduct-first.tsx';

type Write = { readonly communityId: string; readonly anonymous: boolean };

/** What has to be settled before somebody writes in a community: who they are, unless they hide it, and the conduct. */
export function useBeforeWriting(): {
  readonly prompt: ReactNode;
  readonly run: (write: Write, then: () => void) => void;
} {
  const nameFirst = useNameFirst();
  const conductFirst = useConductFirst();
  const run = ({ communityId, anonymous }: Write, then: () => void) => {
    const agreeing = () => conductFirst.run(communityId, then);
    if (anonymous) agreeing();
    else nameFirst.run(agreeing);
  };
  return {
    run,
    prompt: (
      <>
        {nameFirst.prompt}
        {conductFirst.prompt}
      </>
    ),
  };
}
