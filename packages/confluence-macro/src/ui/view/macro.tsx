import type { Shown } from '../../settings/macro-settings.ts';
import { CommunityPage } from '../community/community-page.tsx';
import { SpaceCommunity } from '../community/space-community.tsx';
import { DirectoryPage } from '../directory/directory-page.tsx';
import { PracticePage } from '../practices/practice-page.tsx';
import { PracticesPage, SpacePractices } from '../practices/practices-page.tsx';
import { AskMacro } from '../questions/ask-macro.tsx';
import { QuestionPage } from '../questions/question-page.tsx';
import { CommunityQuestions, QuestionsPage, SpaceQuestions } from '../questions/questions-page.tsx';

/** What a page shows of us. */
export function Macro({ shown }: { shown: Shown }) {
  switch (shown.kind) {
    case 'community':
      return <CommunityPage id={shown.communityId} full={shown.full} />;
    case 'community-of-space':
      return <SpaceCommunity full={shown.full} />;
    case 'directory':
      return <DirectoryPage topic={shown.topic} />;
    case 'practice':
      return <PracticePage id={shown.practiceId} />;
    case 'practices':
      return <PracticesPage of={{ communityId: shown.communityId, topic: shown.topic }} />;
    case 'practices-of-space':
      return <SpacePractices />;
    case 'question':
      return <QuestionPage id={shown.questionId} />;
    case 'questions':
      return shown.communityId === undefined ? (
        <QuestionsPage community={undefined} topic={shown.topic} />
      ) : (
        <CommunityQuestions id={shown.communityId} />
      );
    case 'questions-of-space':
      return <SpaceQuestions />;
    case 'ask':
      return <AskMacro communityId={shown.communityId} />;
  }
}
