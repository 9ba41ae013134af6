const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** Rows of a Posts.xml: a question, an answer to it, or any post. */
export const post = (given: Record<string, string | number>) =>
  `<row ${Object.entries(given)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')} />`;
export const question = (given: Record<string, string | number> = {}) =>
  post({
    Id: 9001,
    PostTypeId: 1,
    CreationDate: '2020-01-02T03:04:05.678',
    Score: 3,
    Body: '<p>Why?</p>',
    OwnerUserId: 7,
    Title: 'Why is the coffee cold?',
    Tags: '<heat>',
    ...given,
  });
export const answer = (given: Record<string, string | number> = {}) =>
  post({
    Id: 9002,
    PostTypeId: 2,
    ParentId: 9001,
    CreationDate: '2020-01-02T04:04:05',
    Score: -2,
    Body: '<p>Physics.</p>',
    OwnerUserId: 8,
    ...given,
  });
