/** Something about a file that its owner has to mend; the message says what. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
