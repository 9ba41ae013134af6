/** What a community brings about, for surfaces. */
export { type MeasuresQuery, type MeasuresView } from './contract.ts';
