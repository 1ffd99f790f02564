/** A table as rows are written to it: its columns with the types that JSON is read as. */
export type Table = { name: string; columns: Record<string, string> };

export const personTable: Table = {
  name: 'Person',
  columns: {
    id: 'text',
    handle: 'text',
    name: 'text',
    email: 'text',
    timeZone: 'text',
    headline: 'text',
    about: 'text',
    skills: 'text[]',
    askMeAbout: 'text[]',
    startedOn: 'date',
    leftOn: 'date',
    externalSource: 'text',
    externalKey: 'text',
    attributes: 'jsonb',
  },
};

export const unitTable: Table = {
  name: 'OrgUnit',
  columns: {
    id: 'text',
    kind: '"UnitKind"',
    slug: 'text',
    name: 'text',
    purpose: 'text',
    timeZone: 'text',
    validFrom: 'date',
    validTo: 'date',
    externalSource: 'text',
    externalKey: 'text',
    attributes: 'jsonb',
  },
};

export const successionTable: Table = {
  name: 'UnitSuccession',
  columns: {
    id: 'text',
    kind: '"SuccessionKind"',
    predecessorId: 'text',
    successorId: 'text',
    nameBefore: 'text',
    nameAfter: 'text',
    note: 'text',
  },
};

export const parentTable: Table = {
  name: 'UnitParent',
  columns: {
    id: 'text',
    unitId: 'text',
    unitKind: '"UnitKind"',
    parentId: 'text',
    parentKind: '"UnitKind"',
    validFrom: 'date',
    validTo: 'date',
    externalSource: 'text',
  },
};

export const membershipTable: Table = {
  name: 'Membership',
  columns: {
    id: 'text',
    personId: 'text',
    unitId: 'text',
    unitKind: '"UnitKind"',
    role: '"MembershipRole"',
    isPrimary: 'boolean',
    validFrom: 'date',
    validTo: 'date',
    endReason: 'text',
    note: 'text',
    source: '"MembershipSource"',
    externalSource: 'text',
    supersedesId: 'text',
  },
};

export const scheduleTable: Table = {
  name: 'ImportedSchedule',
  columns: {
    id: 'text',
    unitId: 'text',
    externalKey: 'text',
    title: 'text',
    originalText: 'text',
    links: 'jsonb',
    recurrenceRule: 'text',
    timeZone: 'text',
    localTime: 'text',
    firstOn: 'date',
    obstacle: 'text',
    endedOn: 'date',
  },
};

export const changeTable: Table = {
  name: 'ImportChange',
  columns: {
    runId: 'text',
    position: 'integer',
    subject: 'text',
    outcome: 'text',
    title: 'text',
    detail: 'text',
    line: 'integer',
  },
};

export const auditTable: Table = {
  name: 'AuditEntry',
  columns: {
    action: 'text',
    subjectKind: 'text',
    subjectId: 'text',
    before: 'jsonb',
    after: 'jsonb',
  },
};

export const outboxTable: Table = {
  name: 'OutboxEvent',
  columns: { name: 'text', payload: 'jsonb' },
};
