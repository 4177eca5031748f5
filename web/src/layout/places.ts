import {
  Archive,
  BookOpen,
  CalendarDays,
  ChartColumn,
  Eye,
  DoorOpen,
  FileClock,
  FolderOpen,
  Gauge,
  Handshake,
  Layers,
  Mails,
  ListPlus,
  MessageSquareText,
  MessagesSquare,
  Scale,
  ScanEye,
  Search,
  ShieldAlert,
  UserRoundX,
  Timer,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { WordKey } from '@web/i18n/useWords';
import { may, type AbilityRule } from '@web/providers/ability';
import { isFamily } from '@web/providers/family';

/** The places of the navigation. A place appears once a feature's route says it is that place. */
export type PlaceKey =
  | 'referrals'
  | 'reviews'
  | 'requests'
  | 'panel'
  | 'week'
  | 'find'
  | 'enquiries'
  | 'services'
  | 'cases'
  | 'meetings'
  | 'attendance'
  | 'dashboard'
  | 'restrictions'
  | 'alerts'
  | 'agreements'
  | 'oversight'
  | 'contact'
  | 'consultations'
  | 'wording'
  | 'levels'
  | 'timescales'
  | 'keeping'
  | 'forms'
  | 'deliveries';

interface Place {
  icon: LucideIcon;
  label: WordKey;
  /** For those who look after other people's work. */
  managerLabel?: WordKey;
  /** For children and parents, whose words hold no "case"; places without it are for workers. */
  familyLabel?: WordKey;
  /** Under the icon on a phone. */
  short?: WordKey;
  /** Verb and kind of thing a role must be able to touch at all. */
  needs: readonly [verb: string, thing: string];
  /** For practitioners only: managers have the figures instead. */
  ownWork?: boolean;
}

/** In the order they stand. */
const PLACES: Record<PlaceKey, Place> = {
  // First for who decides on them; everybody else reaches their own by the menu.
  referrals: { icon: ShieldAlert, label: 'shell.nav.referrals', needs: ['approve', 'safeguarding'] },
  reviews: { icon: ScanEye, label: 'shell.nav.reviews', needs: ['update', 'access-review'] },
  requests: { icon: FileClock, label: 'requests.nav', needs: ['read', 'record-request'] },
  week: {
    icon: CalendarDays,
    label: 'shell.nav.myWeek',
    managerLabel: 'shell.nav.teamWeek',
    needs: ['read', 'caseload'],
  },
  find: { icon: Search, label: 'shell.nav.find', short: 'shell.nav.findShort', needs: ['read', 'index'] },
  enquiries: { icon: DoorOpen, label: 'enquiries.nav', needs: ['read', 'enquiry'] },
  cases: {
    icon: FolderOpen,
    label: 'shell.nav.myCases',
    managerLabel: 'shell.nav.cases',
    familyLabel: 'shell.nav.mySupport',
    short: 'shell.nav.cases',
    needs: ['read', 'caseload'],
  },
  meetings: { icon: Users, label: 'shell.nav.meetings', needs: ['update', 'meeting'], ownWork: true },
  services: { icon: BookOpen, label: 'services.nav', needs: ['read', 'directory'] },
  attendance: { icon: ChartColumn, label: 'shell.nav.attendance', needs: ['read', 'attendance-report'] },
  dashboard: { icon: Gauge, label: 'shell.nav.dashboard', needs: ['read', 'dashboard'] },
  // The CAF team reaches them by its own menu.
  restrictions: {
    icon: UserRoundX,
    label: 'shell.nav.restrictions',
    needs: ['approve', 'restriction'],
    ownWork: true,
  },
  alerts: { icon: ScanEye, label: 'shell.nav.alerts', needs: ['read', 'alert'] },
  agreements: { icon: FileClock, label: 'shell.nav.agreements', needs: ['read', 'agreements'] },
  oversight: { icon: Eye, label: 'shell.nav.oversight', needs: ['return', 'assessment'] },
  consultations: { icon: MessagesSquare, label: 'shell.nav.consultations', needs: ['read', 'engagement'] },
  contact: { icon: Handshake, label: 'shell.nav.contact', needs: ['approve', 'shield'] },
  // A member’s only place; the CAF team reaches it by its own menu.
  panel: { icon: Scale, label: 'panels.nav', needs: ['read', 'panel'] },
  deliveries: { icon: Mails, label: 'shell.nav.deliveries', needs: ['read', 'delivery'] },
  keeping: { icon: Archive, label: 'shell.nav.keeping', needs: ['read', 'keeping'] },
  timescales: { icon: Timer, label: 'shell.nav.timescales', needs: ['update', 'timescale'] },
  wording: { icon: MessageSquareText, label: 'shell.nav.wording', needs: ['update', 'wording'] },
  levels: { icon: Layers, label: 'shell.nav.levels', needs: ['update', 'wording'] },
  forms: { icon: ListPlus, label: 'shell.nav.forms', needs: ['update', 'wording'] },
};

export const PLACE_KEYS = Object.keys(PLACES) as PlaceKey[];

export interface NavItem {
  place: PlaceKey;
  to: string;
  icon: LucideIcon;
  label: WordKey;
  short: WordKey;
}

interface Reader {
  abilities: readonly AbilityRule[];
  membership: { role: string };
}

/** Whoever reads the figures looks after other people's work. */
const manages = ({ abilities }: Reader): boolean => may(abilities, 'read', 'dashboard');

/**
 * What the navigation shows this reader.
 * @param addresses where each place is; a place no feature has is left out
 */
export function navFor(reader: Reader, addresses: Partial<Record<PlaceKey, string>>): NavItem[] {
  const manager = manages(reader);
  const family = isFamily(reader.membership.role);
  return PLACE_KEYS.flatMap((place) => {
    const { icon, label, managerLabel, familyLabel, short, needs, ownWork } = PLACES[place];
    const to = addresses[place];
    if (!to || !may(reader.abilities, needs[0], needs[1]) || (ownWork && manager)) return [];
    if (family) return familyLabel ? [{ place, to, icon, label: familyLabel, short: familyLabel }] : [];
    const shown = manager && managerLabel ? managerLabel : label;
    return [{ place, to, icon, label: shown, short: short ?? shown }];
  });
}
