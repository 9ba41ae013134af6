import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import type { SceneInfo, ShownPerson } from '../host-server.ts';
import { attachForgeHost, type AttachedFrame, type FrameEvents, type ModalRequest } from './forge-host.ts';

export interface ForgeFrameProps {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly mode: 'light' | 'dark';
  readonly moduleKey: string;
  readonly resource: string;
  readonly localId: string;
  readonly extension: Record<string, unknown>;
  readonly title: string;
  readonly minHeight?: number;
  /** A frame that fills its place does not grow with its content. */
  readonly fill?: boolean;
  readonly onLink: (link: string, newTab: boolean) => boolean;
  readonly onSubmit?: (payload: unknown) => void;
  readonly onClose?: (payload: unknown) => void;
  readonly onFlag?: FrameEvents['onFlag'];
}

/** Shows one Custom UI resource of the app in a frame, with the host's end of the bridge around it. */
export function ForgeFrame(props: ForgeFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const attached = useRef<AttachedFrame | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [height, setHeight] = useState(props.minHeight ?? 80);
  const [modal, setModal] = useState<ModalRequest>();
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!frame.current) return undefined;
    const host = attachForgeHost(
      frame.current,
      () => latest.current,
      () => ({
        ...latest.current,
        onHeight: setHeight,
        onModal: setModal,
        onRefresh: () => setTurn((before) => before + 1),
      }),
    );
    attached.current = host;
    return host.detach;
  }, [turn]);

  useEffect(() => {
    attached.current?.wear(props.mode);
  }, [props.mode]);

  const endModal = (payload: unknown) => {
    if (modal) attached.current?.closed(modal.key, payload);
    setModal(undefined);
  };
  const { resource, moduleKey, localId, title, minHeight = 80, fill = false } = props;

  return (
    <>
      <iframe
        key={turn}
        ref={frame}
        className="forge-frame"
        data-forge={moduleKey}
        data-fill={fill}
        src={`/forge/${resource}/index.html#${localId}`}
        title={title}
        allow="clipboard-read; clipboard-write"
        style={fill ? undefined : { height: Math.max(minHeight, height) }}
      />
      {modal ? (
        <Dialog title={modal.title || title} wide onClose={() => endModal(undefined)}>
          <ForgeFrame
            {...props}
            localId={`${localId}-modal`}
            resource={modal.resource ?? resource}
            extension={{ ...props.extension, modal: modal.context ?? {} }}
            onClose={endModal}
            onSubmit={endModal}
            fill
          />
        </Dialog>
      ) : null}
    </>
  );
}
