-- Who the partners are. Their names are public; only the coalition's administrators change them.
CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  is_coalition boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  since timestamptz NOT NULL,
  CHECK (NOT is_coalition OR state = 'ACTIVE')
);
CREATE UNIQUE INDEX organisation_one_coalition ON organisation (is_coalition) WHERE is_coalition;
CREATE UNIQUE INDEX organisation_name ON organisation (lower(name));
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_knows_the_partners ON organisation FOR SELECT USING (true);
CREATE POLICY the_coalition_admits ON organisation FOR INSERT
  WITH CHECK (konbit_has_role('coalition_administrator') OR konbit_has_role('system:setup'));
CREATE POLICY the_coalition_changes ON organisation FOR UPDATE
  USING (konbit_has_role('coalition_administrator'));
GRANT SELECT, INSERT ON organisation TO ${application};
GRANT UPDATE (name, state) ON organisation TO ${application};

-- One person at one organisation, under the name that colleagues there know.
CREATE TABLE membership (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  until date,
  state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  since timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  CONSTRAINT membership_known_roles CHECK (roles <@ ARRAY[
    'navigator', 'legal_staff', 'legal_supervisor', 'programme_manager', 'finance_approver',
    'researcher', 'editor', 'translator', 'reviewer', 'organiser', 'volunteer', 'interpreter',
    'privacy_officer', 'auditor', 'organisation_administrator', 'coalition_administrator']),
  -- Who administers people never audits what they did.
  CONSTRAINT membership_auditor_apart CHECK (NOT ('auditor' = ANY (roles)
    AND roles && ARRAY['organisation_administrator', 'coalition_administrator'])),
  CONSTRAINT membership_bounded_time CHECK (NOT roles && ARRAY['volunteer', 'interpreter']
    OR until IS NOT NULL)
);
CREATE INDEX membership_of_person ON membership (person_id);
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
-- Signing in comes before choosing an organisation, so a person alone may act too, and sees where
-- they themselves belong.
CREATE POLICY own_organisation ON membership
  USING (organisation_id = CASE WHEN konbit_person() IS NULL THEN konbit_organisation()
                                ELSE konbit_organisation_if_any() END);
CREATE POLICY own_memberships ON membership FOR SELECT USING (person_id = konbit_person());
CREATE POLICY the_coalition_alone_has_its_administrators ON membership AS RESTRICTIVE
  USING (true)
  WITH CHECK (NOT 'coalition_administrator' = ANY (roles) OR EXISTS (
    SELECT 1 FROM organisation o WHERE o.id = organisation_id AND o.is_coalition));
GRANT SELECT, INSERT ON membership TO ${application};
GRANT UPDATE (name, roles, until, state) ON membership TO ${application};

-- A link that lets one person in. The link holds the token; here is its hash alone.
CREATE TABLE invitation (
  organisation_id uuid NOT NULL REFERENCES organisation,
  id uuid NOT NULL DEFAULT uuidv7(),
  token_hash bytea NOT NULL,
  meant_for text NOT NULL CHECK (length(meant_for) BETWEEN 1 AND 200),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  until date,
  invited_by uuid,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, token_hash)
);
CALL konbit_wall('invitation');
CREATE POLICY the_coalition_alone_has_its_administrators ON invitation AS RESTRICTIVE
  USING (true)
  WITH CHECK (NOT 'coalition_administrator' = ANY (roles) OR EXISTS (
    SELECT 1 FROM organisation o WHERE o.id = organisation_id AND o.is_coalition));
GRANT SELECT, INSERT, DELETE ON invitation TO ${application};

-- What a person signs in with. Outside the walls: it is read before anybody acts.
CREATE TABLE sign_in (
  person_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 3 AND 100),
  name_key text NOT NULL UNIQUE,
  made_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON sign_in TO ${application};

CREATE TABLE passkey (
  credential_id bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES sign_in,
  public_key bytea NOT NULL,
  attestation bytea NOT NULL,
  client_data bytea NOT NULL,
  signature_count bigint NOT NULL,
  user_verified boolean NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up boolean NOT NULL,
  transports text[] NOT NULL,
  label text NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE INDEX passkey_of_person ON passkey (person_id);
GRANT SELECT, INSERT, DELETE ON passkey TO ${application};
GRANT UPDATE (signature_count, backed_up, used_at) ON passkey TO ${application};

CREATE TABLE password (
  person_id uuid PRIMARY KEY REFERENCES sign_in,
  hash text NOT NULL,
  made_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON password TO ${application};

-- The shared secret of the codes that an authenticator shows (RFC 6238), wrapped by the
-- installation's key; the step of the last code taken, so that none is taken twice.
CREATE TABLE one_time_code (
  person_id uuid PRIMARY KEY REFERENCES sign_in,
  wrapped_secret bytea NOT NULL,
  last_step bigint NOT NULL,
  made_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON one_time_code TO ${application};

CREATE TABLE recovery_code (
  person_id uuid NOT NULL REFERENCES sign_in,
  hash bytea NOT NULL,
  PRIMARY KEY (person_id, hash)
);
GRANT SELECT, INSERT, DELETE ON recovery_code TO ${application};

-- Somebody signed in on some device. The cookie holds the token; here is its hash alone.
CREATE TABLE desk_session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES sign_in,
  organisation_id uuid REFERENCES organisation,
  means text NOT NULL CHECK (means IN ('PASSKEY', 'CODE', 'RECOVERY', 'DEMO')),
  device text NOT NULL,
  began_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  proven_at timestamptz NOT NULL
);
CREATE INDEX desk_session_of_person ON desk_session (person_id);
GRANT SELECT, INSERT, DELETE ON desk_session TO ${application};
GRANT UPDATE (organisation_id, seen_at, proven_at) ON desk_session TO ${application};

-- Wrong passwords and codes, by a keyed hash of the name that was tried, known or not.
CREATE TABLE failed_sign_in (
  key bytea PRIMARY KEY,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  free_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON failed_sign_in TO ${application};

-- A step that waits for the browser's answer to a passkey's challenge.
CREATE TABLE ceremony (
  token_hash bytea PRIMARY KEY,
  kind text NOT NULL,
  person_id uuid,
  challenge bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON ceremony TO ${application};
