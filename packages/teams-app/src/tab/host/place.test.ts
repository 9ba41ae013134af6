import { describe, expect, it } from 'vitest';
import { pathFromHash, pathFromSubPage, teamsLink } from './place.ts';

const id = '01950000-0000-7000-8000-00000000000a';

describe('a deep link into the tab', () => {
  it.each([
    ['home', '/home'],
    ['#/discover', '/discover'],
    ['/me/', '/me'],
    [`communities/${id}`, `/communities/${id}`],
    [`communities/${id}/members`, `/communities/${id}/members`],
    [`communities/${id.toUpperCase()}/practices`, `/communities/${id}/practices`],
    [`practices/${id}`, `/practices/${id}`],
    [`practices/${id}/history`, `/practices/${id}/history`],
    ['questions', '/questions'],
    ['gatherings', '/gatherings'],
    [`gatherings/${id}`, `/gatherings/${id}`],
    [`questions/${id}`, `/questions/${id}`],
    [`questions/ask/${id}`, `/questions/ask/${id}`],
    [`communities/${id}/questions`, `/communities/${id}/questions`],
    [`communities/${id}/moderation`, `/communities/${id}/moderation`],
    [`people/${id}`, `/people/${id}`],
    ['notifications/settings', '/notifications/settings'],
    ['search/screen%20readers/question', '/search/screen%20readers/question'],
  ])('%s leads to %s', (subPageId, path) => {
    expect(pathFromSubPage(subPageId)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'settings',
    'people',
    'questions/42',
    'search/a/b/c',
    'communities',
    'communities/42',
    `communities/${id}/secrets`,
    `//evil.example/communities/${id}`,
    'javascript:alert(1)',
  ])('%s is not ours and is ignored', (subPageId) => {
    expect(pathFromSubPage(subPageId)).toBeUndefined();
  });

  it('without a usable place opens home', () => {
    expect(pathFromHash('#/nowhere')).toBe('/home');
  });
});

describe('a link to share', () => {
  const target = {
    teamsAppId: 'app-1',
    publicUrl: 'https://copse.example',
    path: `/communities/${id}`,
    label: 'A & B +1',
  };

  it('opens the same place in Teams, and a landing page where there is no Teams', () => {
    const link = new URL(teamsLink(target));
    expect(link.origin + link.pathname).toBe('https://teams.microsoft.com/l/entity/app-1/home');
    expect(link.searchParams.get('webUrl')).toBe(`https://copse.example/open/communities/${id}`);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: `communities/${id}` });
  });

  it('keeps every character of its label, with spaces as Teams reads them', () => {
    expect(teamsLink(target)).toContain('label=A%20%26%20B%20%2B1');
  });

  it('to home has no landing page of its own', () => {
    expect(new URL(teamsLink({ ...target, path: '/home' })).searchParams.has('webUrl')).toBe(false);
  });
});
