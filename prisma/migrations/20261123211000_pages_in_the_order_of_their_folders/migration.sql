-- Pages in the order of the tree: what lies beneath an address stands together, right behind it, so
-- that the next neighbour of a page or a folder is one step away however much lies between.
CREATE INDEX wiki_page_tree ON "WikiPage" ("spaceId", (translate(path, '/', E'\x01')) COLLATE "C")
  WHERE "archivedAt" IS NULL AND "publishedAt" IS NOT NULL;
CREATE INDEX wiki_page_draft_tree ON "WikiPage" ("spaceId", (translate(path, '/', E'\x01')) COLLATE "C")
  WHERE "archivedAt" IS NULL AND "publishedAt" IS NULL;

-- The names in a folder around one, as many as wanted, evenly on both sides where there are enough:
-- numbered from it, with the page at each or the one that stands for the folder, if there is one. A
-- function, because its plans are kept: to plan these steps anew would cost a reader more than to take them.
CREATE FUNCTION wiki_neighbours(
  space text, folder_from text, folder_to text, start text, wanted int, endings text[]
) RETURNS TABLE (number int, path text, title text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  folder text := translate(folder_from, E'\x01', '/');
  name text;
  candidates text[];
  -- How far it has gone onwards and back, and from where it goes on.
  onwards int := 0;
  back int := 0;
  next_onwards text := folder_from || start;
  next_back text := folder_from || start;
  may_go_on boolean := true;
  may_go_back boolean := true;
  goes_back boolean;
BEGIN
  WHILE onwards + back < wanted AND (may_go_on OR may_go_back) LOOP
    goes_back := may_go_back AND (back < onwards OR NOT may_go_on);
    IF goes_back THEN
      SELECT p.path, p.title INTO path, title FROM "WikiPage" p
       WHERE p."spaceId" = space AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
         AND (translate(p.path, '/', E'\x01')) COLLATE "C" < next_back AND (translate(p.path, '/', E'\x01')) COLLATE "C" >= folder_from
       ORDER BY (translate(p.path, '/', E'\x01')) COLLATE "C" DESC LIMIT 1;
      may_go_back := path IS NOT NULL;
    ELSE
      SELECT p.path, p.title INTO path, title FROM "WikiPage" p
       WHERE p."spaceId" = space AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
         AND (translate(p.path, '/', E'\x01')) COLLATE "C" >= next_onwards AND (translate(p.path, '/', E'\x01')) COLLATE "C" < folder_to
       ORDER BY (translate(p.path, '/', E'\x01')) COLLATE "C" LIMIT 1;
      may_go_on := path IS NOT NULL;
    END IF;
    CONTINUE WHEN path IS NULL;
    name := split_part(substr(path, length(folder) + 1), '/', 1);
    IF goes_back THEN
      back := back + 1;
      next_back := folder_from || name;
    ELSE
      onwards := onwards + 1;
      next_onwards := folder_from || name || E'\x02';
    END IF;
    IF path <> folder || name THEN
      candidates := ARRAY(SELECT folder || name || ending FROM unnest(endings) ending);
      SELECT p.path, p.title INTO path, title FROM "WikiPage" p
       WHERE p."spaceId" = space AND p.path = ANY (candidates) AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
       ORDER BY array_position(candidates, p.path) LIMIT 1;
      path := coalesce(path, folder || name || '/');
    END IF;
    number := CASE WHEN goes_back THEN -back ELSE onwards END;
    RETURN NEXT;
  END LOOP;
END $$;
