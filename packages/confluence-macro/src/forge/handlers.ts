import type { AdfNode } from '../export/adf.ts';
import { type MacroKey, shownBy } from '../settings/macro-settings.ts';
import { serviceUrl } from './deployment.ts';
import { practiceByline as byline } from './byline.ts';
import { exportShown } from './export-macro.ts';
import { readExportPayload } from './export-payload.ts';
import { pageChanged as followed, publishQueued as published } from './publishing.ts';
import { getFromService } from './service.ts';

/** What manifest.yml names: one export per macro, for PDF, Word and everything else that shows a page without scripts. */
const exporter =
  (macro: MacroKey) =>
  (payload: unknown): Promise<AdfNode> => {
    const { config, link, spaceId } = readExportPayload(payload);
    const edition = { serviceUrl, madeAt: new Date() };
    return exportShown({ get: getFromService, edition, spaceId }, shownBy(macro, config, link));
  };

export const exportCommunity = exporter('copse-community');
export const exportDirectory = exporter('copse-directory');
export const exportPractices = exporter('copse-practices');
export const exportQuestions = exporter('copse-questions');
export const exportAsk = exporter('copse-ask');
export const exportMentors = exporter('copse-mentors');
export const exportGatherings = exporter('copse-gatherings');

/** What stands under the title of a page that publishes a practice. */
export const practiceByline = byline;

/** What runs every five minutes, and after pages were changed. */
export const publishQueued = async (): Promise<void> => void (await published());
export const pageChanged = followed;
