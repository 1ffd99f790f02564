-- A revision is never lost: what was written, by whom and when, is neither changed nor deleted.
-- What the server made of it (its HTML and the like) may be made anew.
CREATE FUNCTION keep_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A saved revision is never changed or deleted.'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'revision_append_only';
END $$;

CREATE TRIGGER revision_append_only
  BEFORE DELETE OR UPDATE OF id, "pageId", number, title, markdown, "changeSummary", "isImported", "authorId", "createdAt"
  ON "WikiRevision" FOR EACH ROW EXECUTE FUNCTION keep_revision();
