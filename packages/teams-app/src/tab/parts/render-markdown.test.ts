import { parseMarkdown } from '@copse/core/markdown';
import fc from 'fast-check';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.tsx';

const html = (text: string, topHeading = 2) =>
  renderToStaticMarkup(createElement(Fragment, null, renderMarkdown(parseMarkdown(text), topHeading)));

describe('Markdown on a page', () => {
  it.each([
    ['a **bold** and *soft* word', '<p dir="auto">a <strong>bold</strong> and <em>soft</em> word</p>'],
    ['~~gone~~ `code`', '<p dir="auto"><del>gone</del> <code dir="ltr">code</code></p>'],
    ['- one\n- two', '<ul dir="auto"><li><p dir="auto">one</p></li><li><p dir="auto">two</p></li></ul>'],
    ['3. three', '<ol dir="auto" start="3"><li><p dir="auto">three</p></li></ol>'],
    ['> said', '<blockquote dir="auto"><p dir="auto">said</p></blockquote>'],
    ['---', '<hr/>'],
  ])('shows %s', (text, shown) => {
    expect(html(text)).toBe(shown);
  });

  it('puts headings below those of the page', () => {
    expect(html('# Top', 3)).toBe('<h3 dir="auto">Top</h3>');
    expect(html('## Second\n\n#### Fourth', 3)).toBe('<h3 dir="auto">Second</h3><h4 dir="auto">Fourth</h4>');
    expect(html('# 1\n## 2\n### 3\n#### 4', 4).match(/<h\d/gu)).toEqual(['<h4', '<h5', '<h6', '<h6']);
  });

  it('opens links outside the frame without telling where from', () => {
    expect(html('[site](https://example.org)')).toContain(
      '<a href="https://example.org" target="_blank" rel="noopener noreferrer">site</a>',
    );
  });

  it('says what is done in a list of tasks', () => {
    expect(html('- [x] shipped')).toContain('aria-label="Done"');
  });

  it('lets a table be reached and scrolled by keyboard', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).toMatch(
      /^<section aria-label="Table" tabindex="0".*<th dir="auto" scope="col">a<\/th>/u,
    );
  });
});

describe('hostile Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](data:text/html;base64,PHN2Zz4=)',
    '<a href="javascript:alert(1)">x</a>',
  ])('%s is only text', (text) => {
    expect(html(text)).not.toMatch(/<(?:script|img|a)\b/u);
  });

  it('of ten thousand nested quotes is shown', () => {
    expect(html(`${'> '.repeat(10_000)}deep`)).toContain('deep');
  });

  it('of any kind makes only elements of ours', () => {
    const ours =
      /^(?:p|h[2-6]|em|strong|del|code|pre|blockquote|ul|ol|li|input|a|img|section|table|thead|tbody|tr|th|td|hr|br|span)$/u;
    const nasty = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(
          '<b onclick=x>',
          '[a](',
          'javascript:x)',
          '![',
          '](https://e.org)',
          '\n\n',
          '> ',
          '- ',
          '`',
          '|',
          '***',
          '&lt;script&gt;',
        ),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(nasty, (pieces) => {
        for (const [, name] of html(pieces.join('')).matchAll(/<([a-z][a-z0-9]*)/gu)) expect(name).toMatch(ours);
      }),
      { numRuns: 300 },
    );
  });
});
