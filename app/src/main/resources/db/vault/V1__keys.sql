-- What the application encrypted: one byte of format, four of key version, nonce, text, tag. Every
-- column of this type is found by its type, so that none is forgotten when keys are rotated. Its
-- table has an id and an organisation_id, and lets the application update the column.
CREATE DOMAIN sealed AS bytea
  CHECK (octet_length(VALUE) >= 33 AND get_byte(VALUE, 0) = 1);

-- Outside the walls: tells whether a key file belongs to these data.
CREATE TABLE installation (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  key_fingerprint bytea NOT NULL
);
GRANT SELECT, INSERT ON installation TO ${application};

-- Outside the walls: ids alone, so that a job can go from one organisation to the next.
CREATE TABLE key_register (
  organisation_id uuid PRIMARY KEY
);
GRANT SELECT, INSERT ON key_register TO ${application};

CREATE TABLE key_ring (
  organisation_id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('OPEN', 'SUSPENDED', 'DESTROYED')),
  version integer NOT NULL CHECK (version >= 1),
  rotated_to integer NOT NULL,
  changed_at timestamptz NOT NULL
);
CALL konbit_wall('key_ring');
GRANT SELECT, INSERT, UPDATE ON key_ring TO ${application};

CREATE TABLE organisation_key (
  organisation_id uuid NOT NULL REFERENCES key_ring (organisation_id),
  kind text NOT NULL CHECK (kind IN ('FIELD', 'INDEX')),
  version integer NOT NULL CHECK (version >= 1),
  wrapped bytea NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, kind, version)
);
CALL konbit_wall('organisation_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_key TO ${application};
