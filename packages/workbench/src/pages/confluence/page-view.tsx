import type { MouseEvent } from 'react';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../marks.tsx';
import { AdfView } from './adf-view.tsx';
import { MacroView, type ConfluencePartProps } from './macro-view.tsx';
import { PageByline } from './page-byline.tsx';
import { PageMenu } from './page-menu.tsx';
import type { WikiPage } from './site.ts';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly onEdit: () => void;
  readonly onExport: () => void;
  readonly onGone: () => void;
}

const day = (at: string) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export function PageView({ page, onEdit, onExport, onGone, ...shared }: Props) {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && shared.onLink(link.href, false)) event.preventDefault();
  };
  const author = shared.scene.people.find(({ key }) => key === page.updatedBy);
  return (
    <article className="page-column" aria-label={page.title}>
      <div className="page-tools">
        <button type="button" className="site-button" onClick={onEdit}>
          <Icon name="pencil" size={16} /> Edit
        </button>
        <button type="button" className="site-button site-button-quiet" onClick={onExport}>
          <Icon name="export" size={16} /> Export
        </button>
        <PageMenu {...shared} page={page} onGone={onGone} />
      </div>
      <h2 className="page-title">{page.title}</h2>
      <p className="page-byline">
        <Avatar person={author} size={24} />
        <span>
          {author?.name ?? (page.updatedBy === 'app' ? 'Copse' : 'Somebody')}, {day(page.updatedAt)}
          {page.version && page.version > 1 ? `, version ${page.version}` : ''}
        </span>
        <PageByline {...shared} page={page} />
      </p>
      {page.document ? (
        // The links inside are the controls: they are only followed by the window instead of by the browser.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div onClick={follow}>
          <AdfView node={page.document} />
        </div>
      ) : null}
      {page.blocks.map((block) =>
        block.kind === 'macro' ? (
          <MacroView key={block.id} {...shared} page={page} block={block} />
        ) : block.kind === 'heading' ? (
          <h3 key={block.id}>{block.text}</h3>
        ) : block.text ? (
          <p key={block.id}>{block.text}</p>
        ) : null,
      )}
    </article>
  );
}
