/** An odd number of people of whom, among themselves, one stays over; `price` is what another pair among them counts. */
export type Blossom = { readonly people: readonly number[]; readonly price: number };

/**
 * What everybody misses at least: nobody misses less in a pair than its two people say together, less the price of every
 * blossom that holds both.
 */
export type Prices = { readonly people: Float64Array; readonly blossoms: readonly Blossom[] };
