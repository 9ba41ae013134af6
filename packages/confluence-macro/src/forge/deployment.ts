/** Our public address in exported documents. Packing puts the real one into the built file (scripts/pack-confluence.mjs). */
export const serviceUrl = 'http://127.0.0.1:3978';
