import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8');
const [light = '', dark = ''] = css.split('html[data-color-mode');
const theme = (name: string) =>
  (createRequire(import.meta.url)(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`) as { default: string })
    .default;
const stated = (part: string) => [...part.matchAll(/--([\w-]+): var\(--ds-([\w-]+), (#\w+)\);/gu)];

describe.each([
  ['light', light, theme('atlassian-light')],
  ['dark', dark, theme('atlassian-dark')],
])('the %s colours that stand in for a theme', (_mode, part, published) => {
  it('are those that Atlassian publishes', () => {
    const ours = stated(part).map(([, , token, value]) => `--ds-${token}: ${value}`);
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.filter((line) => !published.toLowerCase().includes(`${line};`))).toEqual([]);
  });
});

it('every colour that the styles use has a value in both themes', () => {
  const names = (part: string) => stated(part).map(([, name]) => name);
  expect(names(dark)).toEqual(names(light));
  for (const file of ['macro.css', 'controls.css', 'content.css', 'prose.css']) {
    const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
    const used = [...text.matchAll(/var\(--(?!ds-)([\w-]+)/gu)].map(([, name]) => name);
    expect(used.filter((name) => !names(light).includes(name))).toEqual([]);
  }
});
