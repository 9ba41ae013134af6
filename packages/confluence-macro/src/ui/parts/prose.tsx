import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('./markdown.tsx'));

/**
 * Markdown that people wrote. The parser is loaded only where there is something to parse. `under` is the level of the
 * heading over the text, so that its own headings go on from there.
 */
export const Prose = ({ text, under = 3 }: { text: string; under?: 2 | 3 }) =>
  text.trim() === '' ? null : (
    <Suspense fallback={<div className="prose prose-plain">{text}</div>}>
      <Markdown text={text} under={under} />
    </Suspense>
  );
