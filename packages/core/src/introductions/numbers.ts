/**
 * Reading typed arrays where the index is known to be inside: the matcher does it some hundred million times, and the
 * compiler cannot see that. One function per kind of array, so that the engine compiles each for one kind only.
 */
export const int = (numbers: Int32Array, at: number): number => numbers[at] as number;
export const real = (numbers: Float64Array, at: number): number => numbers[at] as number;
export const byte = (numbers: Uint8Array, at: number): number => numbers[at] as number;
