import { Dialog } from '../dialog.tsx';
import { ForgeFrame } from './forge-frame.tsx';
import { extensionOf, type ConfluencePartProps } from './macro-view.tsx';
import type { MacroBlock, WikiPage } from './site.ts';

interface Props extends ConfluencePartProps {
  readonly page: WikiPage;
  readonly block: MacroBlock;
  readonly onClose: () => void;
  readonly onSave: (config: Record<string, unknown>) => void;
}

/** The macro's own configuration resource in a dialog; it ends by `view.submit({ config })` or `view.close()`. */
export function ConfigDialog({ page, block, onClose, onSave, modules, ...shared }: Props) {
  const module = modules.find(({ key }) => key === block.key);
  if (!module?.configResource) return null;
  return (
    <Dialog title={module.configTitle ?? module.title} wide onClose={onClose}>
      <ForgeFrame
        {...shared}
        moduleKey={module.key}
        resource={module.configResource}
        localId={block.id}
        extension={{
          ...extensionOf(shared.scene, page, block, true),
          macro: { isConfiguring: true, isInserting: false },
        }}
        title={`Configure ${module.title}`}
        fill
        onClose={onClose}
        onSubmit={(payload) => {
          const { config } = (payload ?? {}) as { config?: Record<string, unknown> };
          onSave(config ?? {});
        }}
      />
    </Dialog>
  );
}
