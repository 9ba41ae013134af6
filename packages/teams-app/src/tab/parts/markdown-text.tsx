import { lazy, Suspense } from 'react';
import { LinesSkeleton } from './skeletons.tsx';

const MarkdownTree = lazy(() => import(/* webpackChunkName: "markdown" */ './markdown-tree.tsx'));

/** A text that people wrote in Markdown. The parser is fetched when the first such text is shown. */
export function MarkdownText({ text, topHeading = 2 }: { text: string; topHeading?: 2 | 3 | 4 }) {
  if (text.trim() === '') return null;
  return (
    <Suspense fallback={<LinesSkeleton lines={3} />}>
      <MarkdownTree text={text} topHeading={topHeading} />
    </Suspense>
  );
}
