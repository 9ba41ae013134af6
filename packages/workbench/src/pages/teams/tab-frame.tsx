import { useEffect, useRef, useState } from 'react';
import type { Look } from '../address.ts';
import { tokenOf, type Group, type SceneInfo, type ShownPerson } from '../host-server.ts';
import { attachTabHost, type AttachedTab, type TabSettings, type TaskInfo } from './tab-host.ts';

export const themeOf = (look: Look) => (look === 'light' ? 'default' : look);

export interface TabFrameProps {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly look: Look;
  readonly src: string;
  readonly title: string;
  readonly entityId: string;
  readonly subPageId?: string;
  readonly group?: Group;
  readonly frameContext?: 'content' | 'settings' | 'task';
  readonly onLink: (link: string) => boolean;
  readonly settings?: {
    readonly current: () => TabSettings;
    readonly onChange: (settings: TabSettings) => void;
    readonly onValid: (valid: boolean) => void;
    readonly onSaved: (problem?: string) => void;
  };
  readonly onTask?: (info: TaskInfo) => Promise<readonly [unknown, unknown]>;
  readonly onComplete?: (result: unknown) => void;
  readonly onShare?: (link: string) => void;
  readonly onAttached?: (host: AttachedTab) => void;
}

/** How long Teams waits for a tab before it shows its own error page. */
const PATIENCE_MS = 15_000;

const contextOf = (props: TabFrameProps) => {
  const { scene, person, group } = props;
  return {
    entityId: props.entityId,
    ...(props.subPageId ? { subEntityId: props.subPageId } : {}),
    frameContext: props.frameContext ?? 'content',
    theme: themeOf(props.look),
    locale: person.locale.toLowerCase(),
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId: 'workbench',
    appSessionId: 'workbench',
    ringId: 'general',
    userObjectId: person.objectId,
    userPrincipalName: person.email,
    loginHint: person.email,
    userDisplayName: person.name,
    tid: scene.organisation.tenantId,
    ...(group?.kind === 'chat' ? { chatId: group.id } : {}),
    ...(group?.kind === 'channel'
      ? {
          channelId: group.id,
          channelName: group.name,
          channelType: 'Regular',
          channelRelativeUrl: `/l/channel/${group.id}`,
          teamId: scene.team.id,
          teamName: scene.team.name,
          groupId: scene.team.groupId,
          hostTeamGroupId: scene.team.groupId,
          hostTeamTenantId: scene.organisation.tenantId,
          userTeamRole: person.part === 'guest' ? 2 : 1,
        }
      : {}),
  };
};

/** Shows a page of the app in a frame and plays Teams for it. A new address or person starts the frame anew. */
export function TabFrame(props: TabFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const attached = useRef<AttachedTab | undefined>(undefined);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const { look } = props;

  useEffect(() => {
    if (!frame.current) return undefined;
    const now = () => latest.current;
    const host = attachTabHost(frame.current, {
      frameContext: now().frameContext ?? 'content',
      context: () => contextOf(now()),
      token: () => tokenOf(now().person),
      openLink: (link) => now().onLink(link),
      settings: () => now().settings?.current() ?? {},
      onSettings: (settings) => now().settings?.onChange(settings),
      onValid: (valid) => now().settings?.onValid(valid),
      onSaved: (problem) => now().settings?.onSaved(problem),
      onReady: () => setState('ready'),
      onFailure: () => setState('failed'),
      startTask: async (info) => now().onTask?.(info) ?? ['unsupported', undefined],
      completeTask: (result) => now().onComplete?.(result),
      onShare: (link) => now().onShare?.(link),
    });
    attached.current = host;
    now().onAttached?.(host);
    const late = setTimeout(() => setState((state) => (state === 'loading' ? 'failed' : state)), PATIENCE_MS);
    return () => {
      clearTimeout(late);
      host.detach();
    };
  }, []);

  useEffect(() => {
    attached.current?.send('themeChange', [themeOf(look)]);
  }, [look]);

  return (
    <div className="tab-frame" data-state={state}>
      {state === 'loading' ? <div className="tab-wait" role="status" aria-label="Loading" /> : null}
      {state === 'failed' ? (
        <p className="tab-failed" role="alert">
          This tab did not answer.{' '}
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      ) : null}
      <iframe ref={frame} src={props.src} title={props.title} allow="clipboard-read; clipboard-write" />
    </div>
  );
}
