import { entitlementOf, type AboutWhom } from '@encircle/shared/consents';
import {
  losesPr,
  type PreviewRelative,
  type RelativeEffects,
  type RelativeView,
} from '@encircle/shared/people';
import { isCompetent, lacksCapacity, type EpisodeFacts, type GiverCapacity } from '@encircle/shared/policy';

/** One who may agree, or not: what the answer depends on and nothing else. */
export interface Holder {
  personId: string;
  name: string;
  kind: string;
  hasPr: string;
  prBasis: string | null;
}

export interface WhoChild {
  id: string;
  name: string;
  isUnborn: boolean;
  dateOfBirth: string | null;
}

/** Who may agree to ordinary sharing for this child (rule 6.3), in the order of the list. */
export function mayAgree(
  child: WhoChild,
  holders: readonly Holder[],
  facts: EpisodeFacts | null,
  now: string,
  today: string,
): string[] {
  const holds = (basis: string): boolean =>
    holders.some((one) => one.hasPr === 'YES' && one.prBasis === basis);
  const about: AboutWhom = {
    personId: child.id,
    kind: child.isUnborn ? 'UNBORN' : 'CHILD',
    dateOfBirth: child.dateOfBirth,
    competent: facts !== null && isCompetent(facts, child.id, 'CHILD', now),
    lacksCapacity: facts !== null && lacksCapacity(facts, child.id, 'CHILD', now),
    careOrder: holds('CARE_ORDER'),
    specialGuardian: holds('SGO'),
  };
  const own = { personId: child.id, capacity: 'SELF', hasPr: false, basis: null } as const;
  const decides = !child.isUnborn && entitlementOf(own, about, 'CHILD', today).entitled;
  return [
    ...(decides ? [child.name] : []),
    ...new Set(
      holders
        .filter((one) => entitlementOf(giverOf(child, one), about, 'CHILD', today).entitled)
        .map(({ name }) => name),
    ),
  ];
}

function giverOf(child: WhoChild, { personId, kind, hasPr, prBasis }: Holder) {
  const capacity: GiverCapacity =
    child.isUnborn && kind === 'MOTHER'
      ? 'MOTHER_OF_UNBORN'
      : prBasis === 'CARE_ORDER'
        ? 'LA_CARE_ORDER'
        : 'PR_HOLDER';
  return { personId, capacity, hasPr: hasPr === 'YES', basis: prBasis };
}

/** The family as it would be, were this saved. */
export function holdersThen(
  holders: readonly (Holder & { id: string })[],
  asked: PreviewRelative,
): readonly Holder[] {
  const gone = asked.why === 'ENDED' || asked.why === 'MISTAKEN';
  const to = { hasPr: asked.hasPr, prBasis: asked.prBasis ?? null };
  if (asked.relativeId === undefined)
    return [...holders, { personId: '', name: asked.name ?? '', kind: 'OTHER', ...to }];
  return holders.flatMap((one) => (one.id !== asked.relativeId ? [one] : gone ? [] : [{ ...one, ...to }]));
}

/** What becomes of what this person agreed to, and of their own way in. */
export function fateOf(
  was: Pick<RelativeView, 'hasPr'> | null,
  asked: PreviewRelative,
): Pick<RelativeEffects, 'stands' | 'portal'> {
  const gone = asked.why === 'ENDED' || asked.why === 'MISTAKEN';
  const loses = was !== null && (gone ? was.hasPr === 'YES' : losesPr(was, asked));
  const gains = !gone && asked.hasPr === 'YES' && was?.hasPr !== 'YES';
  return {
    stands: !(loses && (asked.why === 'CORRECTED' || asked.why === 'MISTAKEN')),
    portal: loses ? 'SHUT' : gains ? 'TO_BE_CHECKED' : 'UNCHANGED',
  };
}
