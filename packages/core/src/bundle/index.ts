export { BUNDLE_FORMAT, bundle, bundleSchema, type BundleSection, bundleSections } from './contract.ts';
export { importBundle } from './import-bundle.ts';
export { addOutcomes, type BundleRecord, emptyReport, type ImportReport, type Outcome } from './record.ts';
export { FORBIDDEN_CHARACTERS, withoutForbidden } from '../kernel/text.ts';
export { findCommunity } from './community-queries.ts';
export { sqlBundleStore } from './store.ts';
