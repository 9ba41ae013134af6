/** 8 characters from an alphabet in which no two look alike (no 0 O 1 I L U V), shown in two groups: `ABCD-2345`. */
export const LINK_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
export const LINK_CODE_LENGTH = 8;
export const LINK_CODE_MINUTES = 10;
export const LINK_CODE_TRIES = 5;
