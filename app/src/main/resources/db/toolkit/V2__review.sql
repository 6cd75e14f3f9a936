-- Who answers for an item, who looked at it, and which wording a lawyer has approved: that one, and
-- none that comes after it. Whoever wrote it does not approve it.
ALTER TABLE content_item
  ADD COLUMN owner_id uuid,
  ADD COLUMN reviewer_id uuid,
  ADD COLUMN published_at timestamptz,
  ADD COLUMN approved_revision integer,
  ADD COLUMN approved_on date,
  ADD CONSTRAINT two_people CHECK (reviewer_id <> owner_id),
  ADD CONSTRAINT approved_by_somebody
    CHECK ((approved_revision IS NULL) = (approved_on IS NULL)
           AND (approved_on IS NULL OR reviewer_id IS NOT NULL));

UPDATE content_item
   SET published_at = (SELECT min(made_at)
                         FROM content_revision r
                        WHERE r.kind = content_item.kind AND r.id = content_item.id);

-- A story whose consent was taken back is kept nowhere, not even as a wording of before.
GRANT DELETE ON content_revision TO ${application};
