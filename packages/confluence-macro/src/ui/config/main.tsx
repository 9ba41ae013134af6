import '../styles/macro.css';
import { readSettings } from '../../settings/macro-settings.ts';
import { subjectOfLink } from '../../settings/link.ts';
import type { Host } from '../host/host.ts';
import { start } from '../host/start.tsx';
import { CommunitySettings } from './community-settings.tsx';
import { DirectorySettings } from './directory-settings.tsx';
import { ListSettings } from './list-settings.tsx';
import { OneCommunitySettings } from './one-community-settings.tsx';

const page = (host: Host) => {
  const saved = readSettings(host.config);
  const pasted = subjectOfLink(host.pastedLink);
  switch (host.moduleKey) {
    case 'copse-directory':
      return <DirectorySettings saved={saved} />;
    case 'copse-questions':
      return <ListSettings what="Questions" saved={saved} />;
    case 'copse-ask':
      return <OneCommunitySettings saved={saved} legend="Ask" without="Where there is none, readers choose one" />;
    case 'copse-gatherings':
      return (
        <OneCommunitySettings
          saved={saved}
          legend="Gatherings of"
          without="Where there is none, all that the reader may see"
        />
      );
    case 'copse-mentors':
      return (
        <OneCommunitySettings
          saved={saved}
          legend="Mentors and experts of"
          without="Where there is none, readers see all communities"
        />
      );
    case 'copse-practices':
      return (
        <ListSettings
          what="Practices"
          alone="One practice, in full"
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
