import { INFORMATION_CATEGORIES, RELATIONSHIPS, labelOf } from '../codes/index.js';
import { isOrdinary, type Category } from '../policy/index.js';
import type { EffectView } from './agreement.view.js';
import { joined, topicInWords, type SpokenLine } from './sentence.js';

/** Someone of a service, on the team or answering for it. */
export interface EffectPerson {
  userId: string;
  name: string;
  agencyId: string;
  manager: boolean;
}

export interface EffectWorld {
  childName: string;
  /** The reader: "you" in the sentences. */
  readerId: string;
  people: readonly EffectPerson[];
  /** Others with parental responsibility who were not asked: name and tie. */
  notAsked: readonly { name: string; relation: string }[];
  indexListing: boolean;
}

const ORDINARY_KINDS = 9;

/** What will be so from the moment of saving, service by service in the order of the lines (picture of the agreement). */
export function effectsOf(lines: readonly SpokenLine[], world: EffectWorld): EffectView[] {
  const services = unique(
    lines.filter((line) => line.recipientType === 'SERVICE').map((line) => line.recipientId),
  );
  const effects = services.flatMap((agencyId) => ofService(agencyId, lines, world));
  return [...effects, ...ofPersons(lines, world), ...ofIndex(lines, world), ...ofFamily(world)];
}

function ofService(agencyId: string, lines: readonly SpokenLine[], world: EffectWorld): EffectView[] {
  const own = lines.filter((line) => line.recipientId === agencyId);
  const given = own.filter((line) => line.decision === 'GIVEN');
  const name = own[0]?.recipientName ?? '';
  if (given.length > 0) return ofAgreed(agencyId, name, given, lines, world);
  if (own.some((line) => line.decision === 'REFUSED'))
    return [
      {
        mark: 'no',
        who: `${name} will not see ${world.childName}’s record`,
        words: ', or that there is one. A search from there says “No record found”.',
      },
    ];
  return [{ mark: 'no', who: name, words: ' was not asked about. Nothing is shared with it.' }];
}

function ofAgreed(
  agencyId: string,
  name: string,
  given: readonly SpokenLine[],
  lines: readonly SpokenLine[],
  world: EffectWorld,
): EffectView[] {
  const staff = world.people.filter((person) => person.agencyId === agencyId);
  const kept = lines.filter((line) => line.decision === 'GIVEN' && line.recipientType === 'PERSON');
  const forOneAlone = kept.filter((line) => staff.some((person) => person.userId === line.recipientId));
  const readers = forOneAlone.length > 0 ? staff.filter((person) => !person.manager) : staff;
  const managers = forOneAlone.length > 0 ? staff.filter((person) => person.manager) : [];
  const told = `${seenInWords(given, world)}${silence(agencyId, lines, forOneAlone)}`;
  const first: EffectView = {
    mark: 'yes',
    who:
      readers.length > 0
        ? upperFirst(joined(readers.map((each) => inWords(each, world))))
        : `Whoever joins from ${name}`,
    words: ` will see ${told}`,
  };
  if (managers.length === 0) return [first];
  const alone = joined(unique(forOneAlone.map((line) => nameOrYou(line, world))));
  return [
    first,
    {
      mark: 'part',
      who: upperFirst(joined(managers.map((each) => inWords(each, world)))),
      words: ` will see what ${name} may see, not the notes kept for ${alone} alone.`,
    },
  ];
}

/** People named by themselves whose service is not on the page. */
function ofPersons(lines: readonly SpokenLine[], world: EffectWorld): EffectView[] {
  const given = lines.filter((line) => line.decision === 'GIVEN' && line.recipientType === 'PERSON');
  return unique(given.map((line) => line.recipientId)).map((userId) => {
    const own = given.filter((line) => line.recipientId === userId);
    const who = own[0] ? nameOrYou(own[0], world) : '';
    const topics = joined(own.map((line) => topicOf(line, world)));
    return {
      mark: 'yes',
      who: upperFirst(who),
      words: ` alone may read about ${topics}. It does not pass to a manager or to whoever comes after.`,
    };
  });
}

function ofIndex(lines: readonly SpokenLine[], world: EffectWorld): EffectView[] {
  const agreed = lines.some((line) => line.decision === 'GIVEN' && line.category === 'INVOLVE');
  if (!agreed || !world.indexListing) return [];
  return [
    {
      mark: 'part',
      who: 'Other workers',
      words: ` who type ${world.childName}’s exact details are told that a record may exist and whom to ring, nothing else.`,
    },
  ];
}

function ofFamily(world: EffectWorld): EffectView[] {
  return world.notAsked.map(({ name, relation }) => ({
    mark: 'no',
    who: `${name}, ${labelOf(RELATIONSHIPS, relation).toLowerCase()},`,
    words: ' has not been asked, and has their own rights to ask us.',
  }));
}

/** "everything ticked, and Ava’s mental health notes." */
function seenInWords(given: readonly SpokenLine[], world: EffectWorld): string {
  const ordinary = unique(given.filter((line) => isOrdinary(line.category)).map((line) => line.category));
  const own = given
    .filter((line) => !isOrdinary(line.category))
    .map((line) => `notes about ${topicOf(line, world)}`);
  const kinds = ordinary.length === ORDINARY_KINDS ? ['everything ticked'] : ordinary.map(kindInWords);
  return `${joined([...kinds, ...own])}.`;
}

/** What the service will not even learn of, said once. */
function silence(agencyId: string, lines: readonly SpokenLine[], forOneAlone: readonly SpokenLine[]): string {
  const given = lines.filter((line) => line.decision === 'GIVEN' && !isOrdinary(line.category));
  const own = given.filter((line) => line.recipientId === agencyId || forOneAlone.includes(line));
  const hidden = unique(given.map((line) => line.category)).filter(
    (category) => !own.some((line) => line.category === category),
  );
  if (hidden.length === 0) return '';
  return ` Nothing will tell them that notes about ${joined(hidden.map(kindInWords))} exist.`;
}

function topicOf(line: SpokenLine, world: EffectWorld): string {
  return topicInWords(line.aboutName ?? world.childName, line.category);
}

function kindInWords(category: Category): string {
  const label = labelOf(INFORMATION_CATEGORIES, category);
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function inWords(person: EffectPerson, world: EffectWorld): string {
  const name = person.userId === world.readerId ? 'you' : person.name;
  return person.manager ? `${name} (manager)` : name;
}

function nameOrYou(line: SpokenLine, world: EffectWorld): string {
  return line.recipientId === world.readerId ? 'you' : line.recipientName;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
