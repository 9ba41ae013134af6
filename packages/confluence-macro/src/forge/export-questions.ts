import type { CommunityView, QuestionCard, QuestionPage, QuestionView } from '@copse/core/contracts';
import type { AdfNode } from '../export/adf.ts';
import { noticeDocument } from '../export/notice-document.ts';
import { askDocument, questionDocument, questionsDocument } from '../export/questions-document.ts';
import { communityOfSpace, type Deps, type Of, PAGE, readAll } from './loading.ts';

export async function exportQuestion({ get, edition }: Deps, id: string): Promise<AdfNode> {
  const question = await get<QuestionView>(`/questions/${id}`);
  return question.ok
    ? questionDocument(question.value, edition)
    : noticeDocument(question.reason, `${edition.serviceUrl}/open/questions/${id}`);
}

export async function exportQuestions({ get, edition }: Deps, { communityId, topic }: Of): Promise<AdfNode> {
  const listed = await readAll<QuestionCard>((cursor) =>
    get<QuestionPage>('/questions', { communityId, topic, cursor, limit: PAGE }),
  );
  if (!listed.ok) return noticeDocument(listed.reason, undefined);
  const name = listed.value.items[0]?.community.name;
  const title = topic ? `Questions about ${topic}` : communityId && name ? `Questions in ${name}` : 'Questions';
  return questionsDocument({ questions: listed.value.items, more: listed.value.more, title }, edition);
}

export async function exportSpaceQuestions(deps: Deps): Promise<AdfNode> {
  const community = await communityOfSpace(deps.get, deps.spaceId);
  return exportQuestions(deps, { communityId: community.ok ? community.value.id : undefined, topic: undefined });
}

/** Whoever may not see the community is still told where questions are asked. */
export async function exportAsk({ get, edition, spaceId }: Deps, communityId: string | undefined): Promise<AdfNode> {
  const community =
    communityId === undefined
      ? await communityOfSpace(get, spaceId)
      : await get<CommunityView>(`/communities/${communityId}`);
  return askDocument(community.ok ? community.value : undefined, edition);
}
