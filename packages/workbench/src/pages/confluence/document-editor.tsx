import { useMemo, useState } from 'react';
import { ask, Problem, type ShownPerson } from '../host-server.ts';
import type { AdfNode } from './adf-view.tsx';
import { linesOf, withLines, withParagraph } from './document-text.ts';
import type { WikiPage } from './site.ts';
import { TextLine } from './text-line.tsx';

interface Props {
  readonly person: ShownPerson;
  readonly page: WikiPage;
  readonly document: AdfNode;
  readonly onDone: () => void;
}

/** A page that holds a document, as lines of plain words: what is not touched stays as it is. */
export function DocumentEditor({ person, page, document, onDone }: Props) {
  // What somebody else publishes meanwhile does not change what is being typed; the server finds it by the version.
  const [opened] = useState({ page, document });
  const lines = useMemo(() => linesOf(opened.document), [opened]);
  const [title, setTitle] = useState(page.title);
  const [changed, setChanged] = useState<ReadonlyMap<string, string>>(new Map());
  const [added, setAdded] = useState('');
  const [problem, setProblem] = useState<string>();

  const publish = async () => {
    const written = withParagraph(withLines(opened.document, changed), added);
    try {
      await ask('PUT', `/pages/${page.id}`, {
        as: person.key,
        title: title.trim() || page.title,
        document: written,
        version: opened.page.version ?? 1,
      });
      onDone();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : 'Not published. What you wrote is still here.');
    }
  };

  return (
    <div className="page-column editor">
      <div className="page-tools">
        <button type="button" className="site-button" onClick={() => void publish()}>
          Publish
        </button>
        <button type="button" className="site-button site-button-quiet" onClick={onDone}>
          Discard
        </button>
      </div>
      {problem ? <p role="alert">{problem}</p> : null}
      <input
        className="page-title"
        aria-label="Title"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {lines.map(({ path, type, text }) => {
        const key = path.join('.');
        return (
          <div key={key} className="block">
            <TextLine
              line={{ id: key, kind: type === 'heading' ? 'heading' : 'text', text: changed.get(key) ?? text }}
              onText={(words) => setChanged(new Map([...changed, [key, words]]))}
              onEnter={() => undefined}
              onRemove={() => undefined}
              onPasteLink={() => false}
            />
          </div>
        );
      })}
      <div className="block">
        <TextLine
          line={{ id: 'added', kind: 'text', text: added }}
          onText={setAdded}
          onEnter={() => undefined}
          onRemove={() => undefined}
          onPasteLink={() => false}
        />
      </div>
    </div>
  );
}
