-- What the partners publish about themselves: everybody reads it, whoever keeps it alone writes it.
-- Reading asks for nobody who acts; writing for nobody is a mistake, as behind the wall.
CREATE PROCEDURE konbit_publish(published regclass)
  LANGUAGE plpgsql
  AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', published);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', published);
  EXECUTE format('CREATE POLICY everybody_reads ON %s FOR SELECT USING (true)', published);
  EXECUTE format(
    'CREATE POLICY its_keeper_adds ON %s FOR INSERT'
    ' WITH CHECK (organisation_id = konbit_organisation())', published);
  EXECUTE format(
    'CREATE POLICY its_keeper_changes ON %s FOR UPDATE'
    ' USING (organisation_id = konbit_organisation())', published);
  EXECUTE format(
    'CREATE POLICY its_keeper_removes ON %s FOR DELETE'
    ' USING (organisation_id = konbit_organisation())', published);
END
$$;
REVOKE ALL ON PROCEDURE konbit_publish(regclass) FROM PUBLIC;

-- One organisation as the directory shows it: its document is an HSDS 3.1 organization without its
-- services and locations. It may be the keeper itself or one that is no partner. Never deleted: an
-- entry that is withdrawn or long unconfirmed is not shown.
CREATE TABLE directory_entry (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  document jsonb NOT NULL,
  source text NOT NULL CHECK (source IN ('SHIPPED', 'DESK', 'IMPORT')),
  listed_on date NOT NULL,
  confirmed_on date,
  confirmed_by uuid REFERENCES organisation,
  reminded_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (id),
  CHECK ((confirmed_on IS NULL) = (confirmed_by IS NULL))
);
CREATE INDEX directory_entry_changed_at ON directory_entry (changed_at);
CALL konbit_publish('directory_entry');
-- The coalition keeps the entries of organisations that are no partners yet, and hands them over.
DROP POLICY its_keeper_changes ON directory_entry;
CREATE POLICY its_keeper_changes ON directory_entry FOR UPDATE
  USING (organisation_id = konbit_organisation())
  WITH CHECK (organisation_id = konbit_organisation()
              OR konbit_has_role('coalition_administrator'));
GRANT SELECT, INSERT, UPDATE ON directory_entry TO ${application};

-- A place that everybody may know: an HSDS location. A place that must stay secret is never here.
CREATE TABLE directory_location (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  document jsonb NOT NULL,
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (id),
  FOREIGN KEY (organisation_id, entry_id) REFERENCES directory_entry (organisation_id, id)
    ON UPDATE CASCADE
);
CREATE INDEX directory_location_of_entry ON directory_location (entry_id);
CALL konbit_publish('directory_location');
GRANT SELECT, INSERT, UPDATE, DELETE ON directory_location TO ${application};

-- What an organisation offers: its document is an HSDS service whose places are named by id alone.
-- Beside it stands what the standard has no room for: needs, who is taken on now, hours in a zone.
CREATE TABLE directory_service (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  status text NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed')),
  document jsonb NOT NULL,
  needs text[] NOT NULL DEFAULT '{}',
  modality text CHECK (modality IN ('IN_PERSON', 'VIRTUAL', 'HYBRID', 'PHONE')),
  intake text CHECK (intake IN ('OPEN', 'WAITLIST_ONLY', 'CLOSED', 'ASSESS_FIRST')),
  intake_on date,
  hours jsonb,
  -- Where such a service is, a shelter above all, is kept nowhere: whoever calls is told.
  is_place_secret boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (id),
  CHECK ((intake IS NULL) = (intake_on IS NULL)),
  CHECK (NOT is_place_secret
         OR coalesce(document -> 'service_at_locations', '[]') = '[]'),
  FOREIGN KEY (organisation_id, entry_id) REFERENCES directory_entry (organisation_id, id)
    ON UPDATE CASCADE
);
CREATE INDEX directory_service_of_entry ON directory_service (entry_id);
CALL konbit_publish('directory_service');
GRANT SELECT, INSERT, UPDATE, DELETE ON directory_service TO ${application};
