import { useEffect, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { ask } from '../host-server.ts';
import { ForgeFrame } from './forge-frame.tsx';
import { extensionOf, type ConfluencePartProps } from './macro-view.tsx';
import type { ForgeModule, WikiPage } from './site.ts';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
}

interface Words {
  readonly title?: string;
  readonly tooltip?: string;
}

/** What apps put under the title of a page. Shown where the page has the property that ours waits for. */
export function PageByline(props: Props) {
  const items = props.modules.filter(({ type }) => type === 'confluence:contentBylineItem');
  if (!props.page.properties?.some(({ key }) => key === 'copse-practice')) return null;
  return items.map((module) => <BylineItem key={module.key} {...props} module={module} />);
}

function BylineItem({ module, page, ...shared }: Props & { readonly module: ForgeModule }) {
  const [words, setWords] = useState<Words>({});
  const [open, setOpen] = useState(false);
  const { scene, person } = shared;
  useEffect(() => {
    ask<Words>('GET', `/pages/${page.id}/byline/${module.key}?as=${person.key}`).then(setWords, () => undefined);
  }, [page, module.key, person.key]);

  return (
    <>
      <button type="button" className="byline-item" title={words.tooltip} onClick={() => setOpen(true)}>
        {words.title ?? module.title}
      </button>
      {open ? (
        <Dialog title={module.title} wide onClose={() => setOpen(false)}>
          <ForgeFrame
            {...shared}
            moduleKey={module.key}
            resource={module.resource}
            localId="byline"
            extension={{ ...extensionOf(scene, page, {}), type: module.type }}
            title={module.title}
            onClose={() => setOpen(false)}
            fill
          />
        </Dialog>
      ) : null}
    </>
  );
}
