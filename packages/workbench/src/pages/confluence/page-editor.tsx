import { useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../host-server.ts';
import { ConfigDialog } from './config-dialog.tsx';
import { InsertMenu } from './insert-menu.tsx';
import { MacroView, type ConfluencePartProps } from './macro-view.tsx';
import { macroForLink, type Block, type ForgeModule, type MacroBlock, type TextBlock, type WikiPage } from './site.ts';
import { TextLine } from './text-line.tsx';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly onDone: () => void;
}

const newText = (text = ''): TextBlock => ({ id: crypto.randomUUID(), kind: 'text', text });

/** A small editor with the three ways in which macros come onto a page: «/», paste, and the pencil on the macro. */
export function PageEditor({ page, onDone, ...shared }: Props) {
  const [title, setTitle] = useState(page.title);
  const [blocks, setBlocks] = useState<readonly Block[]>(page.blocks.length > 0 ? page.blocks : [newText()]);
  const [configuring, setConfiguring] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const focusNext = useRef<string | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!focusNext.current) return;
    root.current?.querySelector<HTMLElement>(`[data-block="${focusNext.current}"] textarea`)?.focus();
    focusNext.current = undefined;
  }, [blocks]);

  const replace = (id: string, ...others: readonly Block[]) =>
    setBlocks((before) => before.flatMap((block) => (block.id === id ? others : [block])));
  const putMacro = (line: TextBlock, module: ForgeModule, more: Partial<MacroBlock> = {}) => {
    const macro: MacroBlock = { id: crypto.randomUUID(), kind: 'macro', key: module.key, ...more };
    const after = newText();
    focusNext.current = after.id;
    replace(line.id, macro, after);
    if (module.openOnInsert) setConfiguring(macro.id);
  };
  const addBelow = (id: string) => {
    const line = newText();
    focusNext.current = line.id;
    setBlocks((before) => before.flatMap((block) => (block.id === id ? [block, line] : [block])));
  };
  const remove = (id: string) => {
    const at = blocks.findIndex((block) => block.id === id);
    focusNext.current = blocks[at - 1]?.id;
    setBlocks(blocks.length === 1 ? [newText()] : blocks.filter((block) => block.id !== id));
  };
  const publish = async () => {
    const kept = blocks.filter(
      (block, index) => block.kind === 'macro' || block.text.trim() || index === blocks.length - 1,
    );
    try {
      await ask('PUT', `/pages/${page.id}`, { as: shared.person.key, title: title.trim() || page.title, blocks: kept });
      onDone();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : 'Not published. What you wrote is still here.');
    }
  };
  const configured = blocks.find((block): block is MacroBlock => block.id === configuring && block.kind === 'macro');

  return (
    <div className="page-column editor" ref={root}>
      <div className="page-tools">
        <button type="button" className="site-button" onClick={() => void publish()}>
          Publish
        </button>
        <button type="button" className="site-button site-button-quiet" onClick={onDone}>
          Discard
        </button>
        <span className="editor-hint">Type /copse on an empty line, or paste a link</span>
      </div>
      {problem ? <p role="alert">{problem}</p> : null}
      <input
        className="page-title"
        aria-label="Title"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {blocks.map((block) => (
        <div key={block.id} className="block" data-block={block.id}>
          {block.kind === 'macro' ? (
            <div className="macro-edit">
              <div className="macro-tools">
                <span>{shared.modules.find(({ key }) => key === block.key)?.title ?? block.key}</span>
                <button type="button" onClick={() => setConfiguring(block.id)}>
                  Configure
                </button>
                <button type="button" onClick={() => addBelow(block.id)}>
                  Line below
                </button>
                <button type="button" onClick={() => remove(block.id)}>
                  Remove
                </button>
              </div>
              <MacroView {...shared} page={page} block={block} isEditing />
            </div>
          ) : (
            <>
              <TextLine
                line={block}
                onText={(text) => replace(block.id, { ...block, text })}
                onEnter={() => addBelow(block.id)}
                onRemove={() => remove(block.id)}
                onPasteLink={(link) => {
                  const module = macroForLink(shared.modules, link);
                  if (module) putMacro(block, module, { link });
                  return module !== undefined;
                }}
              />
              {block.text.startsWith('/') ? (
                <InsertMenu
                  words={block.text.slice(1)}
                  modules={shared.modules}
                  onPick={(module) => putMacro(block, module)}
                  onHeading={() => replace(block.id, { ...block, kind: 'heading', text: '' })}
                  onCancel={() => replace(block.id, { ...block, text: '' })}
                />
              ) : null}
            </>
          )}
        </div>
      ))}
      {configured ? (
        <ConfigDialog
          {...shared}
          page={page}
          block={configured}
          onClose={() => setConfiguring(undefined)}
          onSave={(config) => {
            const { link: _link, ...rest } = configured;
            replace(configured.id, { ...rest, config });
            setConfiguring(undefined);
          }}
        />
      ) : null}
    </div>
  );
}
