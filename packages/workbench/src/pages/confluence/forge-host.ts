import { ask, type SceneInfo, type ShownPerson } from '../host-server.ts';

/** Where a frame stands: which module, on which page, with which configuration. */
export interface FramePlace {
  readonly scene: SceneInfo;
  readonly person: ShownPerson;
  readonly mode: 'light' | 'dark';
  readonly moduleKey: string;
  readonly localId: string;
  readonly extension: Record<string, unknown>;
}

export interface ModalRequest {
  readonly key: number;
  readonly resource: string | null;
  readonly size?: string;
  readonly title?: string;
  readonly context?: Record<string, unknown>;
}

export interface Flag {
  readonly id: string | number;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
}

export interface FrameEvents {
  readonly onHeight?: (height: number) => void;
  readonly onSubmit?: (payload: unknown) => void;
  readonly onClose?: (payload: unknown) => void;
  readonly onLink: (link: string, newTab: boolean) => boolean;
  readonly onModal?: (modal: ModalRequest) => void;
  readonly onRefresh?: () => void;
  readonly onFlag?: ((flag: Flag) => void) | undefined;
}

interface Call {
  readonly forge?: 'call' | 'height';
  readonly call?: number;
  readonly command?: string;
  readonly data?: unknown;
  readonly height?: number;
}

const record = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What `view.getContext` gives a macro in Confluence. */
const contextOf = ({ scene, person, mode, moduleKey, localId, extension }: FramePlace) => ({
  accountId: person.atlassianId,
  cloudId: scene.organisation.tenantId,
  siteUrl: scene.organisation.siteUrl,
  environmentId: 'workbench',
  environmentType: 'DEVELOPMENT',
  locale: person.locale.replace('-', '_'),
  timezone: person.timeZone,
  localId,
  moduleKey,
  theme: { colorMode: mode, light: 'light', dark: 'dark', spacing: 'spacing' },
  surfaceColor: null,
  userAccess: { enabled: false },
  permissions: { scopes: [], external: {} },
  extension,
});

/** `requestConfluence`, in the envelope in which the bridge expects the answer. */
async function fetchProduct(person: ShownPerson, { restPath, fetchRequestInit }: Record<string, unknown>) {
  const { method = 'GET', body } = record(fetchRequestInit);
  const request = { path: restPath, method, ...(typeof body === 'string' && body !== '' ? { body } : {}) };
  const reply = await ask<{ status: number; body?: unknown }>('POST', '/forge/product', { as: person.key, request });
  return {
    status: reply.status,
    statusText: '',
    headers: { 'content-type': 'application/json' },
    body: reply.body === undefined ? '' : JSON.stringify(reply.body),
    isAttachment: false,
  };
}

/** Answers the bridge of one frame until it is called off; `wear` changes the theme, `closed` ends a modal. */
export function attachForgeHost(frame: HTMLIFrameElement, place: () => FramePlace, events: () => FrameEvents) {
  const post = (message: unknown) => frame.contentWindow?.postMessage(message, location.origin);
  const from = () => {
    const { person, moduleKey, localId, extension } = place();
    return { as: person.key, moduleKey, localId, extension };
  };

  async function answerTo(command: string, data: unknown): Promise<unknown> {
    switch (command) {
      case 'getContext':
        return contextOf(place());
      case 'theme':
        return place().mode;
      case 'invoke': {
        const { invokeType, functionKey, payload, ...request } = record(data);
        if (typeof invokeType === 'string') return ask('POST', '/forge/remote', { ...from(), request });
        const { value } = await ask<{ value: unknown }>('POST', '/forge/invoke', { ...from(), functionKey, payload });
        return value;
      }
      case 'fetchProduct':
        return fetchProduct(place().person, record(data));
      case 'submit':
        events().onSubmit?.(data);
        return events().onSubmit !== undefined;
      case 'close':
        events().onClose?.(data);
        return events().onClose !== undefined;
      case 'openModal':
        events().onModal?.(data as ModalRequest);
        return events().onModal !== undefined;
      case 'navigate': {
        const { url, type } = record(data);
        return typeof url === 'string' && events().onLink(url, type === 'new-tab');
      }
      case 'getUrl':
        return record(data)['url'] ?? place().scene.organisation.siteUrl;
      case 'refresh':
      case 'reload':
        events().onRefresh?.();
        return true;
      case 'showFlag':
        events().onFlag?.(data as Flag);
        return true;
      case 'emit':
      case 'emitPublic': {
        const { event, payload } = record(data);
        for (const other of document.querySelectorAll<HTMLIFrameElement>('iframe[data-forge]')) {
          other.contentWindow?.postMessage({ copse: 'event', event, payload }, location.origin);
        }
        return true;
      }
      case 'closeFlag':
      case 'changeWindowTitle':
      case 'emitReadyEvent':
      case 'open':
      case 'trackAnalytics':
        return true;
      default:
        throw new Error(`The workbench does not play "${command}".`);
    }
  }

  const listen = ({ source, data }: MessageEvent<Call | undefined>) => {
    if (source !== frame.contentWindow || !data?.forge) return;
    if (data.forge === 'height') return events().onHeight?.(data.height ?? 0);
    const { call, command = '' } = data;
    return void answerTo(command, data.data).then(
      (value) => post({ copse: 'answer', call, value }),
      (error: unknown) => post({ copse: 'answer', call, problem: error instanceof Error ? error.message : 'Failed.' }),
    );
  };
  window.addEventListener('message', listen);
  return {
    wear: (mode: string) => post({ copse: 'theme', mode }),
    closed: (call: number, payload: unknown) => post({ copse: 'closed', call, payload }),
    detach: () => window.removeEventListener('message', listen),
  };
}

export type AttachedFrame = ReturnType<typeof attachForgeHost>;
