// The library has no `exports` map, and Node's ES modules reach its builders only by their file; the types live elsewhere.
declare module '@atlaskit/adf-utils/dist/cjs/builders.js' {
  export * from '@atlaskit/adf-utils/builders';
}
