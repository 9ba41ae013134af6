import { Avatar } from '../avatar.tsx';
import { Icon } from '../marks.tsx';
import { MacroView, type ConfluencePartProps } from './macro-view.tsx';
import type { WikiPage } from './site.ts';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly onEdit: () => void;
  readonly onExport: () => void;
}

const day = (at: string) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export function PageView({ page, onEdit, onExport, ...shared }: Props) {
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
      </div>
      <h2 className="page-title">{page.title}</h2>
      <p className="page-byline">
        <Avatar person={author} size={24} />
        <span>
          {author?.name ?? 'Somebody'}, {day(page.updatedAt)}
        </span>
      </p>
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
