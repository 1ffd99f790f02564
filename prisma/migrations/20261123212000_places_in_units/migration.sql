-- Who belongs to which unit, as what, from when until when: memberships that count, and the seats of
-- working groups that were chartered. A place ends at the latest when the group ends or the person leaves.
-- Half-open days, as memberships have them. Whoever asks who leads or belongs to a unit asks here; the
-- ledger itself (history, home squads, corrections) is "Membership".
CREATE VIEW "UnitPlace" AS
SELECT place."unitId", place.kind, place."personId", place.role, place."isPrimary", place."validFrom",
       least(place."validTo", k."leftOn", (k."deactivatedAt" AT TIME ZONE 'UTC')::date) AS "validTo"
  FROM (
    SELECT "unitId", "unitKind" AS kind, "personId", role, "isPrimary", "validFrom", "validTo"
      FROM "Membership" WHERE "supersededAt" IS NULL
    UNION ALL
    SELECT g."unitId", 'WORKING_GROUP'::"UnitKind", s."personId",
           CASE WHEN s."isLead" THEN 'LEAD' ELSE 'MEMBER' END::"MembershipRole", false, s."joinedOn",
           least(s."leftOn", g."endedOn")
      FROM "WorkingGroupSeat" s JOIN "WorkingGroup" g ON g.id = s."workingGroupId"
     WHERE g.state <> 'PROPOSED'
  ) place JOIN "Person" k ON k.id = place."personId";
