import type { PersonReference } from './person-references.ts';

/** Where pages of practices refer to people: the part of `personReferences` that belongs to it. */
export const referencesOfPublishing: readonly PersonReference[] = [
  {
    table: 'publication',
    column: 'requested_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'publicationsAskedFor',
    // What somebody else wrote on the page is theirs.
    hidden: ['edit_title', 'edit_context', 'edit_body', 'edit_by', 'base_title', 'base_context', 'base_body'],
  },
  {
    table: 'publication',
    column: 'edit_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'pagesEdited',
    hidden: ['requested_by', 'base_title', 'base_context', 'base_body'],
  },
  {
    table: 'publication_attempt',
    column: 'by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'pagesWritten',
  },
];
