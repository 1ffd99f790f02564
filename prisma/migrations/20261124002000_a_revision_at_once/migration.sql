-- Storing a page's text takes one way to the database and back instead of ten; the statements are
-- planned once by a connection, with a pooler in between as well.

-- Keeps what pages link to and whom they name, in place of what was known before:
-- [{ pageId, links: [{ target, toPageId, fragment, isBroken }], mentions: [person's id] }].
CREATE FUNCTION store_references(pages JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "WikiLink" WHERE "fromPageId" IN (SELECT p->>'pageId' FROM jsonb_array_elements(pages) p);
  DELETE FROM "WikiMention" WHERE "pageId" IN (SELECT p->>'pageId' FROM jsonb_array_elements(pages) p);
  INSERT INTO "WikiLink" (id, "fromPageId", target, "toPageId", fragment, "isBroken")
  SELECT gen_random_uuid(), p->>'pageId', l.target, l."toPageId", l.fragment, l."isBroken"
    FROM jsonb_array_elements(pages) p,
         jsonb_to_recordset(p->'links') AS l (target TEXT, "toPageId" TEXT, fragment TEXT, "isBroken" BOOLEAN);
  INSERT INTO "WikiMention" ("pageId", "personId")
  SELECT p->>'pageId', m FROM jsonb_array_elements(pages) p, jsonb_array_elements_text(p->'mentions') m;
END $$;

-- Stores revisions, which of their files are there (a text may name others), and shows those that
-- are marked as current, with their references.
CREATE FUNCTION store_revisions(revisions JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "WikiRevision" (id, "pageId", number, title, markdown, html, "tableOfContents", "rendererVersion",
                              "changeSummary", "isImported", "authorId", "acceptedById", "createdAt")
  SELECT id, "pageId", number, title, markdown, html, "tableOfContents", "rendererVersion",
         "changeSummary", "isImported", "authorId", "acceptedById", "createdAt"
    FROM jsonb_populate_recordset(NULL::"WikiRevision", revisions);
  INSERT INTO "AttachmentReference" ("revisionId", "attachmentId")
  SELECT r->>'id', a.id
    FROM jsonb_array_elements(revisions) r, jsonb_array_elements_text(r->'files') f
    JOIN "Attachment" a ON a.id = f
     FOR KEY SHARE OF a
  ON CONFLICT DO NOTHING;
  UPDATE "WikiPage" p
     SET "currentRevisionId" = r.id, title = r.title, summary = r.summary, "editedAt" = r."createdAt"
    FROM jsonb_to_recordset(revisions)
         AS r (id TEXT, "pageId" TEXT, title TEXT, summary TEXT, "createdAt" TIMESTAMPTZ, "isCurrent" BOOLEAN)
   WHERE p.id = r."pageId" AND r."isCurrent";
  PERFORM store_references((SELECT jsonb_agg(r) FROM jsonb_array_elements(revisions) r WHERE (r->>'isCurrent')::BOOLEAN));
END $$;

-- Saves a page's next revision with its entries in the audit trail and its facts. False, and nothing
-- stored, when another one was saved since `base`.
CREATE FUNCTION save_revision(page TEXT, base TEXT, revision JSONB, audits JSONB, facts JSONB)
RETURNS BOOLEAN LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "WikiPage" WHERE id = page AND "currentRevisionId" = base FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM store_revisions(jsonb_build_array(revision));
  INSERT INTO "AuditEntry" (at, "actorId", "actorName", action, "subjectKind", "subjectId", before, after, reason)
  SELECT at, "actorId", "actorName", action, "subjectKind", "subjectId", before, after, reason
    FROM jsonb_populate_recordset(NULL::"AuditEntry", audits);
  INSERT INTO "OutboxEvent" (name, payload, "actorId", "occurredAt", "availableAt")
  SELECT name, payload, "actorId", "occurredAt", "availableAt"
    FROM jsonb_populate_recordset(NULL::"OutboxEvent", facts);
  RETURN true;
END $$;
