-- What a moved date and an extended working group must be able to tell: from when, and why.
ALTER TABLE "Meetup" ADD COLUMN "movedFrom" TIMESTAMPTZ(3), ADD COLUMN "movedReason" TEXT;
ALTER TABLE "WorkingGroup" ADD COLUMN "extendedOn" DATE, ADD COLUMN "extensionReason" TEXT;

ALTER TABLE "Meetup"
  ADD CONSTRAINT meetup_cancelled_with_reason CHECK (("cancelledAt" IS NULL) = ("cancelledReason" IS NULL)),
  ADD CONSTRAINT meetup_moved_with_reason CHECK (("movedFrom" IS NULL) = ("movedReason" IS NULL));

-- One extension, dated and public, of at most four weeks.
ALTER TABLE "WorkingGroup"
  ADD CONSTRAINT working_group_extension_is_told CHECK (
    ("extendedTo" IS NULL) = ("extendedOn" IS NULL) AND ("extendedTo" IS NULL) = ("extensionReason" IS NULL)),
  ADD CONSTRAINT working_group_extension_is_short CHECK ("extendedTo" IS NULL OR "extendedTo" - "plannedEndOn" <= 28);
