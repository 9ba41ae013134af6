import { bindTo, type CorePorts, fewAtOnce } from './binding.ts';
import { sqlSearch } from './search/queries.ts';
import { searchAll } from './search/search-all.ts';
import { searchEach } from './search/search-each.ts';
import { suggest } from './search/suggest.ts';

/**
 * Searches of one process at the same time. Each is a few statements, all of them work for a processor of the database:
 * with more at once they wait for each other there, and whoever needs the most statements waits longest. It leaves
 * connections to everybody who only opens a page, too.
 */
const SEARCHES = 4;

export function searchUseCases(ports: Pick<CorePorts, 'db' | 'now'>) {
  const bind = bindTo({ search: sqlSearch(ports) });
  const inOrder = fewAtOnce(SEARCHES);
  return { searchAll: inOrder(bind(searchAll)), searchEach: inOrder(bind(searchEach)), suggest: bind(suggest) };
}
