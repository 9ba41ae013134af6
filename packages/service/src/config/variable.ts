import { z } from 'zod';

/** One environment variable: what it is for, how its text is read, and what stands in for it. */
export type Variable = {
  readonly about: string;
  readonly schema: z.ZodType;
  /** Shown in the documentation; never a real secret. */
  readonly example: string;
  /** What holds when it is unset, in words of the table: a literal, «none», or «required». */
  readonly unset: { readonly production: string; readonly workbench: string };
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export const guid = z
  .string()
  .regex(GUID, 'must be a GUID such as 0f8fad5b-d9cb-469f-a165-70867728950e')
  .transform((text) => text.toLowerCase());

export const address = z
  .url({ protocol: /^https?$/u, error: 'must be an http(s) address' })
  .refine((text) => !URL.parse(text)?.username, 'must not hold a user name or password');

export const list = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));

export const both = (value: string) => ({ production: value, workbench: value });
