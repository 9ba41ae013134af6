/** What Confluence hands to an export: the settings stand in different places for PDF and Word, and may be missing. */
export type ExportPlace = { readonly config: unknown; readonly link: unknown; readonly spaceId: string | undefined };

/** Finds settings, pasted link and space wherever this kind of export put them. Never throws. */
export function readExportPayload(payload: unknown): ExportPlace {
  const top = record(payload);
  const context = record(top['context']);
  const places = [record(top['extensionPayload']), context, record(context['extension']), top];
  const config = places.map((place) => place['config']).find((found) => Object.keys(record(found)).length > 0);
  const link = [...places, record(config)]
    .map((place) => place['autoConvertLink'])
    .find((found) => typeof found === 'string');
  const space = places.map((place) => record(place['space'])['id'] ?? place['spaceId']).find(isId);
  return { config, link, spaceId: space === undefined ? undefined : String(space) };
}

const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
const isId = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';
