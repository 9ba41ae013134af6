import { authentication } from '@microsoft/teams-js';
import { createRoot } from 'react-dom/client';
import { connect, type Host, reportFailure, reportReady } from './host/connect.ts';
import { pathFromSubPage } from './host/place.ts';
import { loadHostSettings } from './host/settings.ts';
import { tokenSource } from './host/token.ts';
import { apiClient } from './lib/api-client.ts';
import { App } from './shell/app.tsx';
import { Bare } from './shell/bare.tsx';
import { watchFocus } from './shell/focus.ts';
import { Outside } from './shell/outside.tsx';
import { teamsToken } from './host/teams-token.ts';

async function start() {
  const root = createRoot(document.getElementById('copse') ?? document.body);
  const settings = await loadHostSettings();
  const connection = await connect(settings);
  if (!connection.inTeams) {
    root.render(
      <Bare>
        <Outside settings={settings} />
      </Bare>,
    );
    return;
  }

  const { host } = connection;
  goToStart(host);
  watchFocus();
  document.documentElement.lang = 'en';
  const tokens = tokenSource(() => teamsToken(authentication.getAuthToken));
  root.render(<App session={{ api: apiClient({ tokens }), host, settings }} configuring={isConfigurePage()} />);
  reportReady();
}

const isConfigurePage = () => location.pathname.endsWith('/configure.html');

/** A deep link names its place apart from the address; it goes first. */
function goToStart(host: Host) {
  if (isConfigurePage()) return;
  const path = pathFromSubPage(host.subPageId) ?? pathFromSubPage(location.hash) ?? '/home';
  history.replaceState(null, '', `#${path}`);
}

start().catch((error: unknown) => {
  reportFailure(error instanceof Error ? error.message : 'Copse could not start');
});
