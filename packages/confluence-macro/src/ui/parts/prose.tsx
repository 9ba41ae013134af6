import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('./markdown.tsx'));

/** Markdown that people wrote. The parser is loaded only where there is something to parse. */
export const Prose = ({ text }: { text: string }) =>
  text.trim() === '' ? null : (
    <Suspense fallback={<div className="prose prose-plain">{text}</div>}>
      <Markdown text={text} />
    </Suspense>
  );
