/** What every community stands by until it writes its own code of conduct. Markdown. */
export const USUAL_CONDUCT = `We are here to help each other learn.

- **Ask freely.** There are no stupid questions; you may ask without your name.
- **Be kind.** Speak about the matter, not about the person. Assume that everybody means well.
- **Give reasons.** Say what you tried, what happened, and where you are not sure.
- **Keep confidences.** No passwords, no personal data of others, nothing a customer trusted us with.
- **Give credit.** Say whose idea it was.

If something goes wrong, report it. Stewards read every report, and nobody learns who sent it.`;
