-- Two records of one person become one: the other stays as it was, out of sight, until that is undone
-- or it is erased.
ALTER TABLE client ADD COLUMN merged_into uuid;
-- Not looked through: the rows lie behind the wall, and none has it yet.
ALTER TABLE client ADD FOREIGN KEY (organisation_id, merged_into) REFERENCES client
  ON DELETE CASCADE NOT VALID;
CREATE INDEX client_merged_into ON client (organisation_id, merged_into)
  WHERE merged_into IS NOT NULL;

-- What moved from the other record, so that all of it can go back.
CREATE TABLE client_merge (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  gone_id uuid NOT NULL,
  merged_by uuid,
  merged_at timestamptz NOT NULL,
  moved uuid[] NOT NULL,
  ended_home uuid, -- the membership that ended because a person has one home at a time
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, gone_id),
  FOREIGN KEY (organisation_id, kept_id) REFERENCES client ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, gone_id) REFERENCES client ON DELETE CASCADE
);
CREATE INDEX client_merge_of_kept ON client_merge (organisation_id, kept_id);
CALL konbit_wall('client_merge');
CREATE POLICY those_who_work_with_people ON client_merge AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE ON client_merge TO ${application};
GRANT UPDATE (client_id) ON consent, client_note TO ${application};
