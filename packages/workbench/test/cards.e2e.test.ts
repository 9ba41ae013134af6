import { expect, it } from 'vitest';
import { gallery } from '@copse/teams-app/testing/cards';
import { findPerson } from '../src/organisation.ts';
import { personalConversationId } from '../src/team.ts';
import { barriers, type Look, workbench } from './harness.ts';

const bench = workbench();
const CARD = 'application/vnd.microsoft.card.adaptive';
const cards = Object.entries(gallery);

/** Puts every card of the bot into the conversation, as if it had been sent. */
function sendAll() {
  const { scene } = bench.running().workbench;
  const { messages } = scene.conversation(personalConversationId(findPerson('mara')!));
  messages.splice(0);
  for (const [text, content] of cards) {
    const id = scene.nextId();
    const attachments = [{ contentType: CARD, content: { ...content, refresh: undefined } }];
    messages.push({ id, threadId: id, from: 'bot', at: new Date().toISOString(), text, attachments, views: {} });
  }
}

it.each<Look>(['light', 'dark', 'contrast'])('every card of the bot can be read on a phone: %s', async (look) => {
  sendAll();
  const { page, left } = await bench.open({ left: 'mara/teams/chat', look, width: 1024 });
  const shown = left.host.locator('.card');
  await shown.nth(cards.length - 1).waitFor();
  expect(await shown.count()).toBeGreaterThanOrEqual(cards.length);
  await shown.evaluateAll((all) => {
    for (const card of all as HTMLElement[]) card.style.maxWidth = '288px';
  });

  const tooWide = await shown.evaluateAll((all) =>
    all
      .filter((card) =>
        [card, ...card.querySelectorAll(':not(input, textarea, select)')].some(
          (part) =>
            part.scrollWidth > part.clientWidth + 1 &&
            part.clientWidth > 0 &&
            getComputedStyle(part).overflowX !== 'visible',
        ),
      )
      .map((card) => card.closest('.message')?.querySelector('.message-text')?.textContent),
  );
  expect(tooWide).toEqual([]);
  expect(await barriers(page)).toEqual([]);
});
