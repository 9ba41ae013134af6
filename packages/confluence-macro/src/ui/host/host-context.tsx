import { createContext, useContext } from 'react';
import type { Host } from './host.ts';

const HostContext = createContext<Host | undefined>(undefined);
export const HostProvider = HostContext.Provider;

/** The place that Confluence told us about when the macro started. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('Rendered outside of HostProvider');
  return host;
}
