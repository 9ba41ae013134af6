import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'Must be an id as this service gives them.',
  date: 'Must be a day such as 2026-03-02.',
  datetime: 'Must be a time in UTC such as 2026-03-02T09:00:00Z.',
  url: 'Must be an address that begins with https://.',
};

const counted = (count: number | bigint, one: string) => `${count} ${one}${Number(count) === 1 ? '' : 's'}`;

/** Says in plain words what is wrong with one field. Contracts that have words of their own for it come first. */
export function inputWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is needed.';
      return `Must be ${KINDS[issue.expected] ?? 'something else'}.`;
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1
          ? 'Must not be empty.'
          : `Must have at least ${counted(issue.minimum, 'character')}.`;
      if (issue.origin === 'array') return `Must have at least ${issue.minimum} entries.`;
      return `Must be at least ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `May have at most ${counted(issue.maximum, 'character')}.`;
      if (issue.origin === 'array') return `May have at most ${issue.maximum} entries.`;
      return `May be at most ${issue.maximum}.`;
    case 'invalid_value':
      return `Must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Is not written in the expected form.';
    default:
      return 'Cannot be used as it is.';
  }
}
