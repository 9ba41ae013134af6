import { beforeAll, describe, expect, it } from 'vitest';
import { findPerson } from '../src/organisation.ts';
import { barriersIn, frameOf, idOf, seen, workbench } from './harness.ts';

const bench = workbench();
const BECAUSE = /keyboard testing|screen readers/;

interface Consultation {
  readonly askedCount: number;
  readonly mine?: { readonly state: string };
}

/** Mara asks about what Jonas teaches, and he is asked to help. */
async function jonasIsAsked(title: string): Promise<string> {
  const communityId = await idOf(bench, 'communities', 'Accessibility guild');
  const { id } = await bench.ask<{ id: string }>('mara', 'POST', '/questions', {
    communityId,
    title,
    details: 'Our new **dialog** keeps the focus.',
    topics: ['keyboard testing', 'screen readers'],
    visibility: 'organisation',
  });
  await expect.poll(async () => (await consultationOf('jonas', id)).mine?.state, { timeout: 20_000 }).toBe('asked');
  return id;
}

/** Whoever names no working day is there at any time; the test runs at any hour of any day. */
async function keepsNoHours(key: string) {
  const { workbench: teams, service } = bench.running();
  const person = findPerson(key);
  const { revision } = await bench.ask<{ revision: number }>(key, 'GET', '/me');
  const saved = await fetch(`${service.url}/api/v1/me`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${person && (await teams.issuer.entraToken(person))}`,
      'content-type': 'application/json',
      'if-match': `"${revision}"`,
    },
    body: JSON.stringify({ workingHours: { days: [], from: '00:00', to: '23:59' } }),
  });
  expect(saved.status).toBe(200);
}

const consultationOf = (person: string, id: string) =>
  bench.ask<Consultation>(person, 'GET', `/questions/${id}/consultation`);

describe('somebody who knows about a question', () => {
  beforeAll(async () => {
    const communityId = await idOf(bench, 'communities', 'Accessibility guild');
    for (const person of ['jonas', 'helen']) await keepsNoHours(person);
    for (const person of ['mara', 'jonas', 'helen']) {
      await bench.ask(person, 'POST', `/communities/${communityId}/conduct/acknowledge`);
    }
  });

  it('is told why they are asked, lets a topic rest, and passes the question on to somebody who says “not me”', async () => {
    const id = await jonasIsAsked('How do we test a dialog that keeps the focus?');
    const page = `teams/app/home/questions/${id}`;
    const { page: desk, left: jonas, go } = await bench.open({ left: `jonas/${page}` });
    const asked = jonas.tab.getByRole('region', { name: 'Can you help with this?' });
    expect(await seen(asked.getByText(BECAUSE))).toBe(true);
    expect(await barriersIn(await frameOf(desk.locator('.tab-frame iframe')))).toEqual([]);

    await asked.getByRole('button', { name: 'Let a topic rest…' }).click();
    await jonas.tab.getByRole('radio', { name: 'screen readers' }).check();
    await jonas.tab.getByRole('radio', { name: 'For a month' }).check();
    await jonas.tab.getByRole('button', { name: 'Let it rest' }).click();
    expect(await seen(jonas.tab.getByText(/You are not asked about “screen readers” for a while/).last())).toBe(true);

    await asked.getByRole('button', { name: 'Pass it on…' }).click();
    await jonas.tab.getByRole('combobox', { name: /Who may know more/ }).fill('Helen');
    await jonas.tab.getByRole('option', { name: /Helen Okafor/ }).click();
    await jonas.tab.getByRole('dialog').getByRole('button', { name: 'Pass it on' }).click();
    const standing = jonas.tab.getByRole('region', { name: 'Who was asked' });
    expect(await seen(standing.getByText('You passed it on to:'))).toBe(true);
    expect(await seen(standing.getByText('Helen Okafor'))).toBe(true);
    expect(await asked.count()).toBe(0);

    const { left: helen, right: mara } = await bench.open({ left: `helen/${page}`, right: `mara/${page}` });
    // The asker sees that it is with others, and never with whom.
    expect(await seen(mara.tab.getByText(/who knows? about it (has|have) been asked/))).toBe(true);
    const shown = await mara.tab.getByRole('complementary', { name: 'About this question' }).innerText();
    expect(shown).toContain('Names are not shown');
    expect(shown).not.toMatch(/Jonas|Helen/);

    await helen.tab.getByRole('button', { name: 'Not me' }).click();
    expect(await seen(helen.tab.getByText(/You said “not me”/))).toBe(true);
    expect(await helen.tab.getByRole('region', { name: 'Can you help with this?' }).count()).toBe(0);

    await go({ left: 'jonas/teams/app/home/notifications/settings' });
    const resting = jonas.tab.getByRole('list', { name: 'Topics that rest' });
    expect(await seen(resting.getByText(/screen readers/))).toBe(true);
    await resting.getByRole('button', { name: 'Be asked about screen readers again' }).click();
    await resting.waitFor({ state: 'detached' });
  });

  it('answers where they were asked, and the asker hears of nothing but the answer', async () => {
    const id = await jonasIsAsked('Which key leaves a dialog that has no button?');
    const { left: jonas } = await bench.open({ left: `jonas/teams/app/home/questions/${id}` });
    const asked = jonas.tab.getByRole('region', { name: 'Can you help with this?' });
    await asked.getByRole('button', { name: 'Answer', exact: true }).click();
    const field = jonas.tab.getByRole('textbox', { name: 'What do you know about it?' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.fill('Escape, always. And the focus goes back to what opened it.');
    await jonas.tab.getByRole('region', { name: 'Your answer' }).getByRole('button', { name: 'Answer' }).click();
    expect(await seen(jonas.tab.getByText('You were asked, and you answered. Thank you.'))).toBe(true);
    expect(await asked.count()).toBe(0);
    expect((await consultationOf('mara', id)).askedCount).toBe(0);
  });
});
