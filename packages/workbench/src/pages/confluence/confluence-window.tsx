import { useCallback, useState } from 'react';
import type { Look } from '../address.ts';
import { ask, type SceneInfo, type ShownPerson } from '../host-server.ts';
import { Icon } from '../marks.tsx';
import { readLink } from '../teams/deep-link.ts';
import { DocumentEditor } from './document-editor.tsx';
import { ExportPreview } from './export-preview.tsx';
import type { Flag } from './forge-host.ts';
import { ForgeFrame } from './forge-frame.tsx';
import { PageEditor } from './page-editor.tsx';
import { PageView } from './page-view.tsx';
import { useModules, usePages, type WikiPage } from './site.ts';

interface Props {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly look: Look;
  readonly place: string;
  readonly onPlace: (place: string) => void;
  readonly onTeams: (place: string) => void;
}

/** A Confluence site in the browser of one person: page tree, page, editor, export, settings of the app. */
export function ConfluenceWindow({ scene, person, look, place, onPlace, onTeams }: Props) {
  const pages = usePages();
  const modules = useModules();
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const [part, pageId, mode] = place.split('/');
  const colour = look === 'light' ? 'light' : 'dark';

  const onLink = useCallback(
    (link: string) => {
      const [, here] = link.startsWith(`${scene.organisation.siteUrl}/`) ? (/\/pages\/(\d+)/.exec(link) ?? []) : [];
      if (here) {
        onPlace(`page/${here}`);
        return true;
      }
      const target = readLink(link, scene);
      if (!target) return false;
      if ('place' in target) onTeams(target.place);
      else window.open(target.outside, '_blank', 'noopener,noreferrer');
      return true;
    },
    [scene, onTeams, onPlace],
  );
  const onFlag = useCallback(
    (flag: Flag) => setFlags((before) => [...before.filter(({ id }) => id !== flag.id), flag]),
    [],
  );
  const page = pages?.find(({ id }) => id === pageId) ?? pages?.[0];
  const settings = modules?.find(({ type }) => type === 'confluence:globalSettings');
  const create = async () => {
    const made = await ask<WikiPage>('POST', '/pages', { as: person.key, title: 'Untitled page' });
    onPlace(`page/${made.id}/edit`);
  };
  const shared = { scene, person, mode: colour, modules: modules ?? [], onLink, onFlag } as const;

  return (
    <div className="window confluence" data-look={look}>
      <header className="site-bar">
        <span className="site-name">Lindenhof wiki</span>
        <span className="site-space">Engineering</span>
        <button type="button" className="site-button" onClick={() => void create()}>
          Create
        </button>
        {person.part === 'administrator' && settings ? (
          <button
            type="button"
            className="site-button site-button-quiet"
            aria-current={part === 'settings' ? 'page' : undefined}
            onClick={() => onPlace('settings')}
          >
            <Icon name="gear" size={16} /> Apps
          </button>
        ) : null}
      </header>
      <div className="site-body">
        <nav className="page-tree" aria-label={`Pages, for ${person.name}`}>
          {pages?.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              aria-current={part !== 'settings' && id === page?.id ? 'page' : undefined}
              onClick={() => onPlace(`page/${id}`)}
            >
              <Icon name="page" size={16} />
              <span>{title}</span>
            </button>
          ))}
        </nav>
        <div className="page-area">
          {part === 'settings' && settings ? (
            <div className="page-column">
              <p className="page-crumbs">Confluence administration / Apps / {settings.title}</p>
              <ForgeFrame
                {...shared}
                moduleKey={settings.key}
                resource={settings.resource}
                localId="global-settings"
                extension={{
                  type: settings.type,
                  location: `${scene.organisation.siteUrl}/wiki/admin/forge?id=${settings.key}`,
                }}
                title={settings.title}
                minHeight={320}
              />
            </div>
          ) : page && modules ? (
            mode === 'edit' ? (
              page.document ? (
                <DocumentEditor
                  key={page.id}
                  person={person}
                  page={page}
                  document={page.document}
                  onDone={() => onPlace(`page/${page.id}`)}
                />
              ) : (
                <PageEditor key={page.id} {...shared} page={page} onDone={() => onPlace(`page/${page.id}`)} />
              )
            ) : (
              <>
                <PageView
                  key={page.id}
                  {...shared}
                  page={page}
                  onEdit={() => onPlace(`page/${page.id}/edit`)}
                  onExport={() => onPlace(`page/${page.id}/export`)}
                  onGone={() => onPlace('page')}
                />
                {mode === 'export' ? (
                  <ExportPreview {...shared} page={page} onClose={() => onPlace(`page/${page.id}`)} />
                ) : null}
              </>
            )
          ) : (
            <p className="empty">Opening…</p>
          )}
        </div>
      </div>
      <div className="flags" role="status">
        {flags.map((flag) => (
          <div key={flag.id} className="flag" data-type={flag.type}>
            <div>
              <strong>{flag.title}</strong>
              {flag.description ? <p>{flag.description}</p> : null}
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label="Dismiss"
              onClick={() => setFlags(flags.filter(({ id }) => id !== flag.id))}
            >
              <Icon name="close" size={14} />
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
