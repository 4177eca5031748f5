/** The story names its services more finely than the code list; this is the code each is stored under. */
export const AGENCY_KIND: Readonly<Record<string, { kind: string; sensitive: string; group: string }>> = {
  PRIMARY_SCHOOL: { kind: 'SCHOOL', sensitive: 'NONE', group: 'Schools' },
  SECONDARY_SCHOOL: { kind: 'SCHOOL', sensitive: 'NONE', group: 'Schools' },
  NURSERY: { kind: 'EARLY_YEARS', sensitive: 'NONE', group: 'Schools' },
  COMMUNITY_HEALTH: { kind: 'COMMUNITY_HEALTH', sensitive: 'NONE', group: 'Community Health' },
  GP: { kind: 'GP', sensitive: 'NONE', group: 'GP practices' },
  CAMHS: { kind: 'CAMHS', sensitive: 'NONE', group: 'CAMHS' },
  SEXUAL_HEALTH: { kind: 'SEXUAL_HEALTH', sensitive: 'SENS_SH', group: 'Specialist health' },
  ADULT_SUBSTANCE: { kind: 'SUBSTANCE_MISUSE', sensitive: 'SENS_SM', group: 'Specialist health' },
  FAMILY_SUPPORT: { kind: 'EARLY_HELP', sensitive: 'NONE', group: 'Locality Support' },
  YOUTH_SERVICE: { kind: 'YOUTH_SERVICE', sensitive: 'NONE', group: 'Youth service' },
  HOUSING: { kind: 'HOUSING', sensitive: 'NONE', group: 'Housing services' },
  LANDLORD: { kind: 'HOUSING', sensitive: 'NONE', group: 'Housing services' },
  POLICE: { kind: 'POLICE', sensitive: 'NONE', group: 'Police' },
  YOT: { kind: 'YOUTH_JUSTICE', sensitive: 'NONE', group: 'Youth justice' },
  REFUGE: { kind: 'DOMESTIC_ABUSE', sensitive: 'NONE', group: 'Voluntary services' },
  CAF_TEAM: { kind: 'CAF_TEAM', sensitive: 'NONE', group: 'Council teams' },
  MASH: { kind: 'FRONT_DOOR', sensitive: 'NONE', group: 'Council teams' },
  EDUCATIONAL_PSYCHOLOGY: { kind: 'EDUCATION_SUPPORT', sensitive: 'NONE', group: 'Educational psychology' },
  THERAPIES: { kind: 'THERAPIES', sensitive: 'NONE', group: 'Speech and language' },
  VOLUNTARY: { kind: 'VOLUNTARY', sensitive: 'NONE', group: 'Voluntary services' },
};

export const reportGroup = (kind: string, name: string): string => AGENCY_KIND[kind]?.group ?? name;

export const ROLE_CODE: Readonly<Record<string, string>> = {
  SUBSTANCE_MISUSE_WORKER: 'SUBSTANCE_WORKER_ADULT',
};
