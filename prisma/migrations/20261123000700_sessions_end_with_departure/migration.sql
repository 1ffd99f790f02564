-- Whoever is recorded as having left is signed out everywhere at once, whichever command recorded it,
-- and a sign-in link on its way to them is worth nothing.
CREATE FUNCTION end_sessions_of_departed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Session" s USING "User" u WHERE u.id = s."userId" AND u."personId" = NEW.id;
  DELETE FROM "VerificationToken" t
   WHERE t.identifier = NEW.email
      OR t.identifier IN (SELECT u.email FROM "User" u WHERE u."personId" = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER person_departure_ends_sessions AFTER UPDATE OF "deactivatedAt" ON "Person"
  FOR EACH ROW WHEN (NEW."deactivatedAt" IS NOT NULL AND OLD."deactivatedAt" IS NULL)
  EXECUTE FUNCTION end_sessions_of_departed();

-- Old windows and tokens are forgotten by age.
CREATE INDEX "RateWindow_startsAt_idx" ON "RateWindow" ("startsAt");
CREATE INDEX "VerificationToken_expires_idx" ON "VerificationToken" ("expires");
