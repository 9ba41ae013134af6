import { MenuItem } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { ItemMenu } from '../../parts/moderation/item-menu.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useReopenQuestion } from './reopen-question.ts';

const CloseDialog = lazy(() => import(/* webpackChunkName: "question-dialogs" */ './close-dialog.tsx'));
const DuplicateDialog = lazy(() => import(/* webpackChunkName: "question-dialogs" */ './duplicate-dialog.tsx'));
const MoveDialog = lazy(() => import(/* webpackChunkName: "question-dialogs" */ './move-dialog.tsx'));

/** Everything that can be done to the question, as far as this person may. */
export function QuestionMenu({ question }: { question: QuestionView }) {
  const [open, setOpen] = useState<'close' | 'duplicate' | 'move'>();
  const [, navigate] = useLocation();
  const notices = useNotices();
  const { id, author, hidden, abilities } = question;
  const reopen = useReopenQuestion(id, () => notices.done('Answers are looked for again.'));
  const onClose = () => setOpen(undefined);
  return (
    <>
      <ItemMenu
        framed
        label="More about the question"
        subject={{ kind: 'question', id }}
        report={abilities.report}
        moderate={abilities.moderate && !author.mine}
        hidden={hidden}
        masked={author.person === undefined && !author.mine}
      >
        {abilities.edit && <MenuItem onClick={() => navigate(`/questions/${id}/edit`)}>Edit</MenuItem>}
        <MenuItem onClick={() => navigate(`/questions/${id}/history`)}>History</MenuItem>
        {abilities.close && <MenuItem onClick={() => setOpen('close')}>Close…</MenuItem>}
        {abilities.reopen && (
          <MenuItem
            onClick={() =>
              reopen.mutate(undefined, { onError: (error) => notices.failed(error, 'It is still closed') })
            }
          >
            Look for answers again
          </MenuItem>
        )}
        {abilities.markDuplicate && <MenuItem onClick={() => setOpen('duplicate')}>It was asked before…</MenuItem>}
        {abilities.move && <MenuItem onClick={() => setOpen('move')}>Move to another community…</MenuItem>}
      </ItemMenu>
      <Suspense>
        {open === 'close' && <CloseDialog id={id} onClose={onClose} />}
        {open === 'duplicate' && <DuplicateDialog question={question} onClose={onClose} />}
        {open === 'move' && <MoveDialog question={question} onClose={onClose} />}
      </Suspense>
    </>
  );
}
