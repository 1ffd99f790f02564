-- Only a guild, sub-guild, squad or working group owns a space.
CREATE FUNCTION space_owner_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT kind FROM "OrgUnit" WHERE id = NEW."ownerUnitId") NOT IN ('GUILD', 'SUBGUILD', 'SQUAD', 'WORKING_GROUP') THEN
    RAISE EXCEPTION 'A space is owned by a guild, sub-guild, squad or working group.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'space_owner_fits';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER space_owner_fits BEFORE INSERT OR UPDATE OF "ownerUnitId" ON "WikiSpace"
  FOR EACH ROW EXECUTE FUNCTION space_owner_fits();

-- Addresses that a space had; whoever asks there, for the space or for a page of it, is led on for good.
CREATE TABLE "WikiSpaceAddress" (
  "slug" TEXT NOT NULL,
  "spaceId" TEXT NOT NULL,
  "leftAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "WikiSpaceAddress_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "WikiSpaceAddress_spaceId_idx" ON "WikiSpaceAddress" ("spaceId");
ALTER TABLE "WikiSpaceAddress" ADD CONSTRAINT "WikiSpaceAddress_spaceId_fkey"
  FOREIGN KEY ("spaceId") REFERENCES "WikiSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An address means one space. Looked at after the row is in, when whoever held it meanwhile is through.
CREATE FUNCTION space_address_leads_to_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "WikiSpaceAddress" a JOIN "WikiSpace" s ON s.slug = a.slug WHERE a.slug = NEW.slug) THEN
    RAISE EXCEPTION 'This address still leads to another space. Choose another one.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'space_address_leads_to_one';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER space_address_leads_to_one AFTER INSERT OR UPDATE OF slug ON "WikiSpace"
  FOR EACH ROW EXECUTE FUNCTION space_address_leads_to_one();
CREATE TRIGGER space_address_leads_to_one AFTER INSERT OR UPDATE OF slug ON "WikiSpaceAddress"
  FOR EACH ROW EXECUTE FUNCTION space_address_leads_to_one();
