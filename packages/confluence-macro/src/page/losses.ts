/** What Confluence can say and Markdown cannot. */
export const lossKinds = [
  'macro',
  'image',
  'file',
  'embedded',
  'mention',
  'status',
  'date',
  'panel',
  'expand',
  'layout',
  'formatting',
  'comment',
  'table',
  'decision',
  'invisible',
  'unknown',
  'too-deep',
  'too-long',
] as const;
export type LossKind = (typeof lossKinds)[number];

/** One kind of thing that could not be carried over as it was, how often, and the first of them in its own words. */
export type Loss = { readonly kind: LossKind; readonly count: number; readonly example: string };

const EXAMPLE = 80;

export type Losses = { readonly add: (kind: LossKind, example?: string) => void; readonly list: () => readonly Loss[] };

/** Collects what gets lost while a page is read, so that somebody can be told. */
export function collectLosses(): Losses {
  const found = new Map<LossKind, { count: number; example: string }>();
  return {
    add(kind, example = '') {
      const known = found.get(kind);
      const words = example.replaceAll(/\s+/gu, ' ').trim().slice(0, EXAMPLE);
      found.set(kind, { count: (known?.count ?? 0) + 1, example: known?.example || words });
    },
    list: () =>
      lossKinds.flatMap((kind) => {
        const loss = found.get(kind);
        return loss ? [{ kind, ...loss }] : [];
      }),
  };
}
