import { parseMarkdown } from '@copse/core/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOfTeamsHtml, titleOf } from './teams-html.ts';

describe('what was written in Teams', () => {
  it.each([
    ['<p>plain words</p>', 'plain words'],
    ['<div>one</div><div>two</div>', 'one\n\ntwo'],
    ['<p>first<br>second</p>', 'first\\\nsecond'],
    ['<p><strong>bold</strong> and <em>leaning</em></p>', '**bold** and *leaning*'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['<ol><li>one</li><li>two</li></ol>', '1. one\n2. two'],
    ['<p><a href="https://example.com/a?b=1&amp;c=2">guide</a></p>', '[guide](https://example.com/a?b=1\\&c=2)'],
    ['<pre><code>npm ci\nnpm test</code></pre>', '```\nnpm ci\nnpm test\n```'],
    ['<codeblock class="bash"><code>npm ci</code></codeblock>', '```\nnpm ci\n```'],
    ['<blockquote>said before</blockquote><p>yes</p>', '> said before\n\nyes'],
    [
      '<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
      '| a | b |\n| - | - |\n| 1 | 2 |',
    ],
    ['<div><at id="0">Jonas Weber</at>, can you help?</div>', 'Jonas Weber, can you help?'],
    ['<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Jonas</span>&nbsp;knows', 'Jonas knows'],
    ['<p>thanks <emoji id="smile" alt="🙂" title="Smile"></emoji></p>', 'thanks 🙂'],
    ['<img itemtype="http://schema.skype.com/Emoji" alt="🎉">', '🎉'],
    [
      '<p>see <img alt="the dialog" src="https://graph.microsoft.com/v1.0/hostedContents/1/$value"></p>',
      'see \\[the dialog]',
    ],
    ['<attachment id="7"></attachment><p>about the file</p>', 'about the file'],
    ['<p>5 * 3 * 2 and snake_case_name</p>', '5 \\* 3 \\* 2 and snake_case_name'],
    ['', ''],
  ])('%j becomes %j', (html, markdown) => {
    expect(markdownOfTeamsHtml(html)).toBe(markdown);
  });

  it.each([
    '<script>alert(1)</script>words',
    '<iframe src="https://evil.example"></iframe>words',
    '<form action="https://evil.example"><input value="x"></form>words',
    '<a href="javascript:alert(1)">words</a>',
    '<a href="data:text/html,<script>alert(1)</script>">words</a>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>words',
    '<p onclick="alert(1)">words</p>',
    'words<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  ])('%j leaves its words and nothing that runs', (html) => {
    const markdown = markdownOfTeamsHtml(html);
    expect(markdown).toContain('words');
    expect(markdown).not.toMatch(/alert\(1\)|javascript:|data:|<|evil/);
  });

  it.each([
    ['nested a hundred thousand times', `${'<div>'.repeat(20_000)}deep`],
    ['quoted for ever', `${'<blockquote>'.repeat(10_000)}deep`],
    ['a list in a list in a list', `${'<ul><li>'.repeat(10_000)}deep`],
    ['ten megabytes', 'x'.repeat(10_000_000)],
    ['a flood of open brackets', '<'.repeat(100_000)],
  ])('that is %s is taken in without harm, and soon', (_what, html) => {
    const before = performance.now();
    const markdown = markdownOfTeamsHtml(html);
    expect(markdown.length).toBeLessThanOrEqual(210_000);
    expect(performance.now() - before).toBeLessThan(3000);
  });

  it('is Markdown that we can read again, whatever it was', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<ul><li>',
      '</ul>',
      '<a href="',
      '">',
      '<td>',
      '<pre>',
      '&amp;',
      '`',
      '*',
      '[',
      '|',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 40 }), (pieces) => {
        const tree = JSON.stringify(parseMarkdown(markdownOfTeamsHtml(pieces.join(''))));
        expect(tree).not.toMatch(/"url":"(?!https?:|mailto:)/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the title of a text', () => {
  it.each([
    ['How do we test captions? We have *many* videos.', 'How do we test captions?'],
    ['**Which** reader do you use\n\nI have two.', 'Which reader do you use'],
    ['v1.2 fails. Why?', 'v1.2 fails.'],
    ['', ''],
  ])('%j is %j', (markdown, title) => {
    expect(titleOf(markdown, 200)).toBe(title);
  });

  it('is cut at a word', () => {
    expect(titleOf('word '.repeat(60), 30)).toBe('word word word word word…');
  });
});
