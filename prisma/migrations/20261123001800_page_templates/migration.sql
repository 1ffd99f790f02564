-- What a guild asks of pages of a kind, in its own words. Every wording stays; the one with the highest
-- number holds, and one without a text is the return to what the portal brings.
CREATE TABLE "PageTemplate" (
  "kind" "PageKind" NOT NULL,
  "number" INTEGER NOT NULL,
  "markdown" TEXT,
  "writtenAt" TIMESTAMPTZ(3) NOT NULL,
  "writtenById" TEXT,
  CONSTRAINT "PageTemplate_pkey" PRIMARY KEY ("kind", "number"),
  CONSTRAINT template_number_from_one CHECK ("number" >= 1)
);
ALTER TABLE "PageTemplate" ADD CONSTRAINT "PageTemplate_writtenById_fkey"
  FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER template_append_only BEFORE UPDATE OR DELETE ON "PageTemplate"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
