import '../styles/macro.css';
import { macroKeys, shownBy } from '../../settings/macro-settings.ts';
import type { Host } from '../host/host.ts';
import { start } from '../host/start.tsx';
import { PracticeOfPage } from '../practices/practice-of-page.tsx';
import { Macro } from './macro.tsx';

const page = (host: Host) => {
  if (host.moduleKey === 'copse-practice-status') return <PracticeOfPage />;
  const macro = macroKeys.find((key) => key === host.moduleKey) ?? 'copse-community';
  return <Macro shown={shownBy(macro, host.config, host.pastedLink)} />;
};

void start(page);
