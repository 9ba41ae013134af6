import type { AtlassianAppProof, AtlassianProof, EntraProof } from '@copse/core';

/** What a token proved, and until when (milliseconds since 1970) it may be relied on without looking again. */
export type VerifiedToken = {
  readonly proof: EntraProof | AtlassianProof | AtlassianAppProof;
  /** The kind of Confluence module that called, such as `confluence:globalSettings`. */
  readonly moduleType: string | undefined;
  readonly until: number;
};
