import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';

describe('hostile HTML', () => {
  it.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href=" jAvA\tscript:alert(1)">x</a>', 'x'],
    ['<a href="data:text/html,x">x</a>', 'x'],
    ['<img src=x onerror=alert(1) alt="pic">', 'pic'],
    ['<img src="http://a.b/c.png" alt="pic">', '[pic](http://a.b/c.png)'],
    ['<img src="https://a.b/c.png" alt="pic" onload=x>', '![pic](https://a.b/c.png)'],
    ['<iframe src="https://a.b/"></iframe>', '<https://a.b/>'],
    ['<style>p{}</style><!-- secret --><p style="color:red">a</p>', 'a'],
    ['&lt;script&gt;', '\\<script>'],
    ['<svg><a xlink:href="javascript:1"><text>t</text></a></svg>', 't'],
    ['<pre><code>a &lt;b&gt;\n</code></pre>', '```\na <b>\n```'],
    ['<blockquote><p>a</p></blockquote><ul><li>b</li></ul>', '> a\n\n- b'],
    ['<p>x<sub>2</sub> <strike>no</strike> <kbd>Ctrl</kbd>', 'x2 ~~no~~ `Ctrl`'],
  ])('%s becomes harmless words', (html, expected) => {
    expect(htmlToMarkdown(html).markdown).toBe(expected);
  });

  it.each([
    ['nests ten thousand deep', `${'<b>'.repeat(10_000)}x`],
    ['nests ten thousand lists', `${'<ul><li>'.repeat(10_000)}x`],
    ['would grow with its square', `${'<b a=1><i b=2>'.repeat(3000)}${'<p>'.repeat(3000)}x`],
  ])('that %s is taken apart soon, and keeps its words', (_, html) => {
    const began = performance.now();
    const { markdown, losses } = htmlToMarkdown(html);

    expect(markdown).toContain('x');
    expect(losses).toContain('too-deep');
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
