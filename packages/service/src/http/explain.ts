import type { Explanation } from './problem.ts';

export const explain = (status: number, title: string, detail: string): Explanation => ({ status, title, detail });

export const NOT_FOUND = 'It does not exist, or it is not open to you. Check the link, or ask whoever sent it.';
export const NOTHING_TO_DO = 'There is nothing more to do.';
