-- Outside the walls: ids alone, so that a check can go from one organisation to the next.
CREATE TABLE audit_register (
  organisation_id uuid PRIMARY KEY
);
GRANT SELECT, INSERT ON audit_register TO ${application};

CREATE TABLE audit_head (
  organisation_id uuid PRIMARY KEY,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  signed_seq bigint
);
CALL konbit_wall('audit_head');
GRANT SELECT, INSERT, UPDATE ON audit_head TO ${application};

-- Appended to, never changed: the application may insert, and whoever audits may read.
CREATE TABLE audit_entry (
  organisation_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  person uuid,
  roles text NOT NULL,
  purpose text NOT NULL,
  request uuid NOT NULL,
  action text NOT NULL,
  kind text NOT NULL,
  ids uuid[] NOT NULL,
  key_version integer NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (organisation_id, seq)
);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON audit_entry FOR INSERT
  WITH CHECK (organisation_id = konbit_organisation());
CREATE POLICY read_by_auditors ON audit_entry FOR SELECT
  USING (organisation_id = konbit_organisation()
         AND (konbit_has_role('auditor')
              OR konbit_has_role('privacy_officer')
              OR konbit_has_role('organisation_administrator')
              OR konbit_has_role('system:audit')));
GRANT SELECT, INSERT ON audit_entry TO ${application};
