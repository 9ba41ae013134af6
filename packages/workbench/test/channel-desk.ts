import { idOf, type Window, type workbench } from './harness.ts';

export async function post({ host }: Window, words: string) {
  const field = host.getByRole('textbox', { name: /Start a post/ });
  await field.fill(words);
  await field.press('Enter');
}

/** Two members of the guild that meets in the channel, side by side, who know its code of conduct. */
export async function inTheChannel(bench: ReturnType<typeof workbench>) {
  const desk = await bench.open({ left: 'jonas/teams/channel/accessibility/posts' });
  const add = desk.left.host.getByRole('button', { name: /^Add Copse/ });
  await desk.left.host.getByRole('log').waitFor();
  // Whether the bot is there already shows a moment after the posts.
  await add
    .or(desk.left.host.getByRole('button', { name: '@Copse help' }))
    .first()
    .waitFor();
  if (await add.isVisible()) await add.click();
  const id = await idOf(bench, 'communities', 'Accessibility guild');
  const { connections } = await bench.ask<{ connections: { kind: string }[] }>('jonas', 'GET', `/communities/${id}`);
  if (!connections.some(({ kind }) => kind === 'teams-channel')) {
    await post(desk.left, '@Copse community');
    await desk.left.host.getByRole('button', { name: 'Connect a community' }).last().click();
    const choice = desk.left.host.locator('.card select').last();
    await choice.selectOption({ label: 'Accessibility guild' });
    await desk.left.host.getByRole('button', { name: 'Connect', exact: true }).click();
    await desk.left.host.getByText('now belongs to').first().waitFor();
  }
  for (const person of ['jonas', 'mara']) await bench.ask(person, 'POST', `/communities/${id}/conduct/acknowledge`);
  await desk.go({
    left: 'mara/teams/channel/accessibility/posts',
    right: 'jonas/teams/channel/accessibility/posts',
  });
  return desk;
}
