// The library brings no types.
declare module 'edmonds-blossom-fixed' {
  /** Each vertex's partner or -1, for edges [vertex, vertex, weight]; `most` puts the number of pairs before weight. */
  export default function blossom(edges: readonly (readonly number[])[], most?: boolean): number[];
}
