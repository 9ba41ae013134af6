import { Button, Text } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useLocation } from 'wouter';
import { QuestionList } from '../../parts/questions/question-list.tsx';
import { Page } from '../../shell/page.tsx';

/** Every question that this person may see. */
export default function QuestionsPage() {
  const [, navigate] = useLocation();
  const ask = () => navigate('/questions/ask');
  return (
    <Page
      title="Questions"
      lead={<Text>Ask people who know, and help where you can.</Text>}
      actions={
        <Button appearance="primary" icon={<AddRegular />} onClick={ask}>
          Ask a question
        </Button>
      }
    >
      <QuestionList onAsk={ask} />
    </Page>
  );
}
