import { bindTo } from './binding.ts';
import { declineQuestion } from './consultations/decline-question.ts';
import { passQuestion } from './consultations/pass-question.ts';
import { seeConsultation } from './consultations/see-consultation.ts';
import { snoozeTopic } from './consultations/snooze-topic.ts';
import { sqlConsultationStore, sqlSnoozes } from './consultations/store.ts';
import type { Sealed } from './core-questions.ts';

export function consultationUseCases(ports: Sealed) {
  const bind = bindTo({ consultations: sqlConsultationStore(ports), snoozes: sqlSnoozes(ports), now: ports.now });
  return {
    declineQuestion: bind(declineQuestion),
    passQuestion: bind(passQuestion),
    seeConsultation: bind(seeConsultation),
    snoozeTopic: bind(snoozeTopic),
  };
}
