-- A file of the standard that an organisation brought in, and what came of it.
CREATE TABLE directory_import (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL,
  file_name text NOT NULL CHECK (length(file_name) <= 200),
  imported_at timestamptz NOT NULL,
  imported_on date NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  refused integer NOT NULL,
  names_left_out integer NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CALL konbit_wall('directory_import');
GRANT SELECT, INSERT, DELETE ON directory_import TO ${application};

-- An object of such a file with what is wrong in it, until somebody mends it. It is a row of a table
-- or a part of a document; place says which. Its root is the entry, service or place it belongs to.
CREATE TABLE directory_refused (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  kind text NOT NULL,
  place text NOT NULL CHECK (length(place) <= 300),
  object_id text NOT NULL,
  parent_id text NOT NULL,
  entry_id text NOT NULL,
  problems jsonb NOT NULL,
  document jsonb NOT NULL,
  is_taken boolean NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, import_id) REFERENCES directory_import (organisation_id, id)
    ON DELETE CASCADE
);
CREATE INDEX directory_refused_of_import ON directory_refused (organisation_id, import_id);
CALL konbit_wall('directory_refused');
GRANT SELECT, INSERT, DELETE ON directory_refused TO ${application};

-- A service at a place is asked for by an id that stands inside the service.
CREATE INDEX directory_service_at ON directory_service
  USING gin ((document -> 'service_at_locations') jsonb_path_ops);
