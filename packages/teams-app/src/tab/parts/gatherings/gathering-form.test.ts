import { describe, expect, it } from 'vitest';
import { draftOf, editOf, emptyGathering, type GatheringForm, keepMine } from './gathering-form.ts';
import { once } from './recurrence-form.ts';

const person = (id: string) => ({ id, name: `Person ${id}`, guest: false });
const base: GatheringForm = {
  ...emptyGathering('Europe/Berlin'),
  title: 'Review hour',
  mode: 'both',
  venue: 'Room 5',
  meetingUrl: 'https://meet.example/5',
  capacity: '12',
  hosts: [person('a'), person('b')],
  rotates: true,
  when: { day: '2026-03-03', from: '10:00', to: '11:00', timeZone: 'Europe/Berlin', recurrence: once },
};

describe('a change of a gathering', () => {
  it('is empty where nothing was changed', () => {
    expect(editOf(base, { ...base, title: ' Review hour ' })).toEqual({});
  });

  it('says only what was changed', () => {
    expect(editOf(base, { ...base, title: 'Review circle' })).toEqual({ title: 'Review circle' });
    expect(editOf(base, { ...base, hosts: [person('b'), person('a')] })).toEqual({ hostIds: ['b', 'a'] });
  });

  it('sends a new timing as a whole', () => {
    const when = { ...base.when, from: '14:00', to: '15:00', recurrence: { ...once, every: 'week' as const } };
    expect(editOf(base, { ...base, when })).toEqual({
      timing: {
        timeZone: 'Europe/Berlin',
        startsLocal: '2026-03-03T14:00',
        endsLocal: '2026-03-03T15:00',
        rule: 'FREQ=WEEKLY;BYDAY=TU',
      },
    });
  });

  it('takes away what was emptied, and the link of what no longer is online', () => {
    expect(editOf(base, { ...base, capacity: '', mode: 'on-site' })).toEqual({
      mode: 'on-site',
      capacity: null,
      meetingUrl: null,
    });
  });

  it('keeps what was typed when somebody else saved first, and takes over the rest', () => {
    const mine = { ...base, title: 'Review circle' };
    const theirs = { ...base, title: 'Reviews', venue: 'Room 7' };
    const kept = keepMine(base, mine, theirs);
    expect(kept).toMatchObject({ title: 'Review circle', venue: 'Room 7' });
    expect(editOf(theirs, kept)).toEqual({ title: 'Review circle' });
  });
});

it('a gathering without a day is not sent yet', () => {
  expect(draftOf({ ...base, when: { ...base.when, day: '' } }, 'c')).toBeUndefined();
  expect(draftOf(base, 'c')).toMatchObject({ communityId: 'c', hostIds: ['a', 'b'], rotates: true, capacity: 12 });
});
