import type { SceneInfo, ShownPerson } from '../host-server.ts';
import { ForgeFrame } from './forge-frame.tsx';
import type { Flag } from './forge-host.ts';
import type { ForgeModule, MacroBlock, WikiPage } from './site.ts';

export interface ConfluencePartProps {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly mode: 'light' | 'dark';
  readonly modules: readonly ForgeModule[];
  readonly onLink: (link: string, newTab: boolean) => boolean;
  readonly onFlag: (flag: Flag) => void;
}

/** What a macro learns of the page around it. */
export const extensionOf = (
  scene: SceneInfo,
  page: Pick<WikiPage, 'id'>,
  { config, link }: Pick<MacroBlock, 'config' | 'link'>,
  isEditing = false,
) => ({
  type: 'macro',
  isEditing,
  location: `${scene.organisation.siteUrl}/wiki/spaces/ENG/pages/${page.id}`,
  content: { id: page.id, type: 'page' },
  space: { id: '65537', key: 'ENG' },
  ...(config ? { config } : {}),
  ...(link ? { autoConvertLink: link } : {}),
});

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly block: MacroBlock;
  readonly isEditing?: boolean;
}

/** A macro where it stands on the page. A macro whose app is gone says so, as Confluence does. */
export function MacroView({ page, block, isEditing = false, modules, ...shared }: Props) {
  const module = modules.find(({ key }) => key === block.key);
  if (!module) return <p className="macro-gone">The app that gave this macro ({block.key}) is not installed.</p>;
  return (
    <ForgeFrame
      {...shared}
      key={`${shared.person.key} ${JSON.stringify(block.config)} ${block.link ?? ''}`}
      moduleKey={module.key}
      resource={module.resource}
      localId={block.id}
      extension={extensionOf(shared.scene, page, block, isEditing)}
      title={module.title}
      minHeight={120}
    />
  );
}
