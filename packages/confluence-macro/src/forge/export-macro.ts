import type {
  CommunityCard,
  CommunityPage,
  CommunityView,
  PracticeCard,
  PracticePage,
  PracticeView,
} from '@copse/core/contracts';
import type { AdfNode } from '../export/adf.ts';
import { communityDocument } from '../export/community-document.ts';
import { directoryDocument } from '../export/directory-document.ts';
import { noticeDocument } from '../export/notice-document.ts';
import { practiceDocument, practicesDocument } from '../export/practices-document.ts';
import type { Shown } from '../settings/macro-settings.ts';
import { exportGatheringsOf } from './export-gatherings.ts';
import { exportMentorsOf } from './export-mentors.ts';
import { exportAsk, exportQuestion, exportQuestions, exportSpaceQuestions } from './export-questions.ts';
import { communityOfSpace, type Deps, type Of, PAGE, readAll } from './loading.ts';

/** Loads what a macro shows, as the person who exports, and makes a document of it. Always answers a valid document. */
export async function exportShown(deps: Deps, shown: Shown): Promise<AdfNode> {
  const { get, edition, spaceId } = deps;
  switch (shown.kind) {
    case 'community': {
      const community = await get<CommunityView>(`/communities/${shown.communityId}`);
      return community.ok
        ? communityDocument(community.value, shown.full, edition)
        : noticeDocument(community.reason, `${edition.serviceUrl}/open/communities/${shown.communityId}`);
    }
    case 'community-of-space': {
      const community = await communityOfSpace(get, spaceId);
      if (community.ok) return communityDocument(community.value, shown.full, edition);
      return community.reason === 'no-such-community'
        ? exportDirectory(deps, undefined)
        : noticeDocument(community.reason, undefined);
    }
    case 'directory':
      return exportDirectory(deps, shown.topic);
    case 'practice': {
      const practice = await get<PracticeView>(`/practices/${shown.practiceId}`);
      return practice.ok
        ? practiceDocument(practice.value, edition)
        : noticeDocument(practice.reason, `${edition.serviceUrl}/open/practices/${shown.practiceId}`);
    }
    case 'practices':
      return exportPractices(deps, { communityId: shown.communityId, topic: shown.topic });
    case 'practices-of-space': {
      const community = await communityOfSpace(get, spaceId);
      return exportPractices(deps, { communityId: community.ok ? community.value.id : undefined, topic: undefined });
    }
    case 'question':
      return exportQuestion(deps, shown.questionId);
    case 'questions':
      return exportQuestions(deps, { communityId: shown.communityId, topic: shown.topic });
    case 'questions-of-space':
      return exportSpaceQuestions(deps);
    case 'gatherings':
      return exportGatheringsOf(deps, shown.communityId);
    case 'mentors':
      return exportMentorsOf(deps, shown.communityId, () => exportDirectory(deps, undefined));
    case 'ask':
      return exportAsk(deps, shown.communityId);
  }
}

async function exportDirectory({ get, edition }: Deps, topic: string | undefined): Promise<AdfNode> {
  const listed = await readAll<CommunityCard>((cursor) =>
    get<CommunityPage>('/communities', { topic, cursor, limit: PAGE }),
  );
  return listed.ok
    ? directoryDocument({ communities: listed.value.items, more: listed.value.more, topic }, edition)
    : noticeDocument(listed.reason, undefined);
}

async function exportPractices({ get, edition }: Deps, { communityId, topic }: Of): Promise<AdfNode> {
  const listed = await readAll<PracticeCard>((cursor) =>
    get<PracticePage>('/practices', { communityId, topic, cursor, limit: PAGE }),
  );
  if (!listed.ok) return noticeDocument(listed.reason, undefined);
  const name = listed.value.items[0]?.community.name;
  const title = topic ? `Practices about ${topic}` : communityId && name ? `Practices of ${name}` : 'Practices';
  return practicesDocument({ practices: listed.value.items, more: listed.value.more, title }, edition);
}
