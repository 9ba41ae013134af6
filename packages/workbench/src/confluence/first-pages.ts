import type { Block, WikiPage } from '../scene.ts';

let count = 0;
const block = (kind: 'text' | 'heading', text: string): Block => ({ id: `b${(count += 1)}`, kind, text });
const macro = (key: string, config?: Record<string, unknown>): Block => ({
  id: `b${(count += 1)}`,
  kind: 'macro',
  key,
  ...(config ? { config } : {}),
});

/** The pages of a site on its first day: one that uses the macros, one in the making, one empty to play with. */
export function firstPages(macroKeys: { directory?: string; practices?: string; community?: string }): WikiPage[] {
  count = 0;
  const written = (id: string, title: string, updatedBy: string, blocks: Block[]): WikiPage => ({
    id,
    title,
    updatedBy,
    updatedAt: '2026-11-02T08:40:00.000Z',
    blocks,
  });
  return [
    written('65601', 'How we learn from each other', 'jonas', [
      block(
        'text',
        'At Lindenhof Tools nobody has to solve the same problem twice. Our communities of practice bring together the people who care about one craft, wherever they sit. Here is who they are; joining takes one click and leaving does too.',
      ),
      block('heading', 'Find your people'),
      ...(macroKeys.directory ? [macro(macroKeys.directory)] : []),
      block('heading', 'What has proven itself'),
      block(
        'text',
        'Practices are written by those who use them. Look at the outcome others had before you try one, and add yours afterwards.',
      ),
      ...(macroKeys.practices ? [macro(macroKeys.practices)] : []),
    ]),
    written('65638', 'Welcome, new colleague', 'mara', [
      block(
        'text',
        'Your first month is for meeting people. Pick one community that is close to your daily work and one that you are only curious about.',
      ),
      block('heading', 'A good place to start'),
      ...(macroKeys.community ? [macro(macroKeys.community)] : []),
    ]),
    written('65675', 'A page to play with', 'mara', [
      block(
        'text',
        'Press Edit, then type /copse on a new line and choose what to put here. Or paste the link of a community.',
      ),
      block('text', ''),
    ]),
  ];
}
