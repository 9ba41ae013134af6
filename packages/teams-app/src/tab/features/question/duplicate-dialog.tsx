import { Combobox, Field, Option, Text } from '@fluentui/react-components';
import type { QuestionView, SearchSuggestions, SimilarQuestions } from '@copse/core/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useSettled } from '../../lib/debounce.ts';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { DialogGround } from '../../parts/dialog-ground.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useApi } from '../../shell/session.tsx';
import { useMarkDuplicate } from './mark-duplicate.ts';
import { useReopenQuestion } from './reopen-question.ts';

type Choice = { readonly id: string; readonly title: string };

/** Links the question to the one that was asked before and has the answer. */
export default function DuplicateDialog({ question, onClose }: { question: QuestionView; onClose: () => void }) {
  const [chosen, setChosen] = useState<Choice>();
  const notices = useNotices();
  const reopen = useReopenQuestion(question.id);
  const mark = useMarkDuplicate(question.id, () => {
    notices.done('Linked. Readers find the answer there.', { run: () => reopen.mutate() });
    onClose();
  });
  return (
    <FormDialog
      title="It was asked before"
      action="Link to it"
      ready={chosen !== undefined}
      busy={mark.isPending}
      error={mark.error}
      onConfirm={() => chosen && mark.mutate({ ofQuestionId: chosen.id })}
      onClose={onClose}
    >
      <Text>Readers are led to the other question. This one keeps its answers and takes no new ones.</Text>
      <QuestionPicker like={question} onChoose={setChosen} />
    </FormDialog>
  );
}

type PickerProps = { readonly like: QuestionView; readonly onChoose: (choice: Choice | undefined) => void };

/** Offers questions like this one; typing looks for others. Has to stand inside of the dialog whose ground it takes. */
function QuestionPicker({ like, onChoose }: PickerProps) {
  const api = useApi();
  const ground = useContext(DialogGround);
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<string>();
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: [...queryKeys.questions, 'choices', like.id, q],
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const answer = await (q.length < 2
        ? api.get<SimilarQuestions>(`/questions/similar${search({ title: like.title })}`, signal)
        : api.get<SearchSuggestions>(`/search/suggest${search({ q: q.slice(0, 100), kind: 'question' })}`, signal));
      return answer.items.filter(({ id }) => id !== like.id);
    },
    placeholderData: keepPreviousData,
  });
  const items = found.data ?? [];
  return (
    <Field label="Which question has the answer?" hint="Type a few of its words." required>
      <Combobox
        value={typed}
        selectedOptions={selected ? [selected] : []}
        autoComplete="off"
        mountNode={ground}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setSelected(undefined);
          onChoose(undefined);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? '');
          setSelected(optionValue);
          onChoose(items.find(({ id }) => id === optionValue));
        }}
      >
        {items.map(({ id, title }) => (
          <Option key={id} value={id} text={title}>
            <bdi>{title}</bdi>
          </Option>
        ))}
        {items.length === 0 && (
          <Option disabled value="" text="">
            {found.isPending ? 'Looking…' : 'No question like that'}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
