import { useEffect, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { ask, Problem } from '../host-server.ts';
import { AdfView, type AdfNode } from './adf-view.tsx';
import { extensionOf, type ConfluencePartProps } from './macro-view.tsx';
import type { MacroBlock, WikiPage } from './site.ts';

type ExportType = 'pdf' | 'word';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly onClose: () => void;
}

/** The page as it leaves Confluence: each macro is replaced by what its own export function returns. */
export function ExportPreview({ page, onClose, ...shared }: Props) {
  const [type, setType] = useState<ExportType>('pdf');
  return (
    <Dialog
      title="Export"
      wide
      onClose={onClose}
      footer={
        <fieldset className="segments">
          <legend className="unseen">Format</legend>
          {(['pdf', 'word'] as const).map((choice) => (
            <label key={choice}>
              <input type="radio" name="export" checked={type === choice} onChange={() => setType(choice)} />
              <span>{choice === 'pdf' ? 'PDF' : 'Word'}</span>
            </label>
          ))}
        </fieldset>
      }
    >
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className="sheets" tabIndex={0} role="region" aria-label="Preview">
        <article className="sheet" data-type={type}>
          <h1>{page.title}</h1>
          {page.document ? <AdfView node={page.document} /> : null}
          {page.blocks.map((block) =>
            block.kind === 'macro' ? (
              <Exported key={`${block.id} ${type}`} {...shared} page={page} block={block} type={type} />
            ) : block.kind === 'heading' ? (
              <h2 key={block.id}>{block.text}</h2>
            ) : (
              <p key={block.id}>{block.text}</p>
            ),
          )}
        </article>
      </div>
    </Dialog>
  );
}

interface ExportedProps extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly block: MacroBlock;
  readonly type: ExportType;
}

function Exported({ scene, person, page, block, type }: ExportedProps) {
  const [document, setDocument] = useState<AdfNode>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const call = {
      as: person.key,
      moduleKey: block.key,
      localId: block.id,
      extension: extensionOf(scene, page, block),
      exportType: type,
      ...(block.config ? { config: block.config } : {}),
    };
    ask<{ document: AdfNode }>('POST', '/forge/export', call).then(
      (answer) => setDocument(answer.document),
      (error: unknown) => setProblem(error instanceof Problem ? error.message : 'The export failed.'),
    );
  }, [scene, person, page, block, type]);

  if (problem) return <p className="macro-gone">{problem}</p>;
  return document ? <AdfView node={document} /> : <p className="empty">Asking the macro…</p>;
}
