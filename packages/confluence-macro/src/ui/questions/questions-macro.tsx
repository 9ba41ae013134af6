import type { Shown } from '../../settings/macro-settings.ts';
import { AskMacro } from './ask-macro.tsx';
import { QuestionPage } from './question-page.tsx';
import { CommunityQuestions, QuestionsPage, SpaceQuestions } from './questions-page.tsx';

type Asked = Extract<Shown, { kind: 'question' | 'questions' | 'questions-of-space' | 'ask' }>;

/** Everything about questions, loaded only where a page shows some. */
export default function QuestionsMacro({ shown }: { shown: Asked }) {
  switch (shown.kind) {
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
