import '../styles/macro.css';
import { readSettings } from '../../settings/macro-settings.ts';
import { subjectOfLink } from '../../settings/link.ts';
import type { Host } from '../host/host.ts';
import { start } from '../host/start.tsx';
import { CommunitySettings } from './community-settings.tsx';
import { AskSettings } from './ask-settings.tsx';
import { DirectorySettings } from './directory-settings.tsx';
import { PracticesSettings } from './practices-settings.tsx';
import { QuestionsSettings } from './questions-settings.tsx';

const page = (host: Host) => {
  const saved = readSettings(host.config);
  const pasted = subjectOfLink(host.pastedLink);
  switch (host.moduleKey) {
    case 'copse-directory':
      return <DirectorySettings saved={saved} />;
    case 'copse-questions':
      return <QuestionsSettings saved={saved} />;
    case 'copse-ask':
      return <AskSettings saved={saved} />;
    case 'copse-practices':
      return (
        <PracticesSettings
          saved={
            pasted?.kind === 'practice' && !saved.communityId && !saved.topic
              ? { practiceId: pasted.id, ...saved }
              : saved
          }
        />
      );
    default:
      return <CommunitySettings saved={pasted?.kind === 'community' ? { communityId: pasted.id, ...saved } : saved} />;
  }
};

void start(page);
