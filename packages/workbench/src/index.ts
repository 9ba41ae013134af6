export { entraAccount, atlassianAccount, findPerson, organisation, people, type SamplePerson } from './organisation.ts';
export { serviceSettings } from './service-settings.ts';
export { startWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';
