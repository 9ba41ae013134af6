import { ApiProblem } from '../lib/api-problem.ts';

/** Asks Teams for an access token. Teams itself asks the person for consent when it is the first time. */
export async function teamsToken(getAuthToken: () => Promise<string>): Promise<string> {
  try {
    return await getAuthToken();
  } catch (cause) {
    throw new ApiProblem(401, 'no-token', { cause });
  }
}
