import { bindTo, type CorePorts } from './binding.ts';
import { sqlCommunityStore } from './communities/store.ts';
import { arrangeIntroductions } from './introductions/arrange-introductions.ts';
import { beginRound } from './introductions/begin-round.ts';
import { bringTogether } from './introductions/bring-together.ts';
import { declineIntroductions } from './introductions/decline-introductions.ts';
import { sqlIntroductionStore } from './introductions/introductions-store.ts';
import { keepApart } from './introductions/keep-apart.ts';
import type { IntroductionDeps } from './introductions/ports.ts';
import { previewRound } from './introductions/preview-round.ts';
import { sqlIntroductionViews } from './introductions/queries.ts';
import { sqlRoundStore } from './introductions/rounds-store.ts';
import { seeIntroduction } from './introductions/see-introduction.ts';
import { seeIntroductions } from './introductions/see-introductions.ts';
import { seeMyIntroductions } from './introductions/see-my-introductions.ts';
import { suitIntroduction } from './introductions/suit-introduction.ts';
import { tellOfIntroduction } from './introductions/tell-of-introduction.ts';
import { wishIntroductions } from './introductions/wish-introductions.ts';
import { sqlWishStore } from './introductions/wishes-store.ts';
import { makePlan } from './jobs/make-plan.ts';

type Ports = Pick<CorePorts, 'db' | 'newId' | 'now'>;

export const introductionStores = (ports: Ports): IntroductionDeps => ({
  communities: sqlCommunityStore(ports),
  rounds: sqlRoundStore(ports),
  wishes: sqlWishStore(ports),
  introductions: sqlIntroductionStore(ports),
  introductionViews: sqlIntroductionViews(ports),
  makePlan,
  newId: ports.newId,
  now: ports.now,
});

export function introductionUseCases(ports: Ports) {
  const bind = bindTo(introductionStores(ports));
  return {
    arrangeIntroductions: bind(arrangeIntroductions),
    beginRound: bind(beginRound),
    bringTogether: bind(bringTogether),
    declineIntroductions: bind(declineIntroductions),
    keepApart: bind(keepApart),
    previewRound: bind(previewRound),
    seeIntroduction: bind(seeIntroduction),
    seeIntroductions: bind(seeIntroductions),
    seeMyIntroductions: bind(seeMyIntroductions),
    suitIntroduction: bind(suitIntroduction),
    tellOfIntroduction: bind(tellOfIntroduction),
    wishIntroductions: bind(wishIntroductions),
  };
}
