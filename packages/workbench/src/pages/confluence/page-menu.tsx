import { useRef, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { ask } from '../host-server.ts';
import { ForgeFrame } from './forge-frame.tsx';
import { extensionOf, type ConfluencePartProps } from './macro-view.tsx';
import type { ForgeModule, WikiPage } from './site.ts';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly onGone: () => void;
}

/** The menu of a page with the actions of apps in it, and the way to the trash. */
export function PageMenu({ page, onGone, ...shared }: Props) {
  const [action, setAction] = useState<ForgeModule>();
  const menu = useRef<HTMLDetailsElement>(null);
  const pick = (run: () => void) => () => {
    menu.current?.removeAttribute('open');
    run();
  };
  const trash = () => void ask('DELETE', `/pages/${page.id}?as=${shared.person.key}`).then(onGone, () => undefined);
  const actions = shared.modules.filter(({ type }) => type === 'confluence:contentAction');

  return (
    <>
      <details className="page-menu" ref={menu}>
        <summary className="site-button site-button-quiet" aria-label="More actions">
          •••
        </summary>
        <ul>
          {actions.map((module) => (
            <li key={module.key}>
              <button type="button" onClick={pick(() => setAction(module))}>
                {module.title}
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={pick(trash)}>
              Move to trash
            </button>
          </li>
        </ul>
      </details>
      {action ? (
        <Dialog title={action.title} wide onClose={() => setAction(undefined)}>
          <ForgeFrame
            {...shared}
            moduleKey={action.key}
            resource={action.resource}
            localId="content-action"
            extension={{ ...extensionOf(shared.scene, page, {}), type: action.type }}
            title={action.title}
            onClose={() => setAction(undefined)}
            fill
          />
        </Dialog>
      ) : null}
    </>
  );
}
