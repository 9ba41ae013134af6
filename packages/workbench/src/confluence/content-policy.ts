import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import { organisation } from '../organisation.ts';

type Permissions = Parameters<CSPProcessingService['getCspDetails']>[1];

/**
 * The policy that Forge would send with this page of a Custom UI resource. Only the address for violation reports is
 * left out: nothing that happens in the workbench is reported anywhere.
 */
export function contentPolicy(html: string, permissions: unknown): string {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  const existingCSPDetails = processing.getCspDetails(html, permissions as Permissions);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails, microsEnv: 'prod', hostname: organisation.siteUrl })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
