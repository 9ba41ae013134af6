/** The revision that the caller had read, where they named one. */
export type Expecting = { readonly ifRevision?: number | undefined };

/** Whether it was saved since the caller read it. Whoever names no revision overwrites knowingly. */
export const isStale = (ifRevision: number | undefined, { revision }: { readonly revision: number }): boolean =>
  ifRevision !== undefined && ifRevision !== revision;
