import { createContext, type ReactNode, useContext } from 'react';
import type { Host } from '../host/connect.ts';
import { teamsLink } from '../host/place.ts';
import type { HostSettings } from '../host/settings.ts';
import type { ApiClient } from '../lib/api-client.ts';

export type Session = {
  readonly api: ApiClient;
  readonly host: Host;
  readonly settings: HostSettings;
};

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** The connection to the service and to Teams. Only there inside `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

export const useApi = () => useSession().api;

/** Makes the link that colleagues can be sent: into Teams where the app's id is known, else the public landing page. */
export function useShareLink() {
  const { settings } = useSession();
  return (path: string, label?: string) => {
    const { teamsAppId, publicUrl } = settings;
    if (teamsAppId) return teamsLink({ teamsAppId, publicUrl, path, ...(label ? { label } : {}) });
    return new URL(`/open${path}`, publicUrl).href;
  };
}
