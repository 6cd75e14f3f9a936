-- Who may see people's records at all, within their organisation: those who work with them, and
-- Konbit itself, for whom a retention or rotation job acts without a person.
CREATE FUNCTION konbit_sees_clients() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN konbit_person() IS NULL
      OR konbit_has_role('navigator')
      OR konbit_has_role('legal_staff')
      OR konbit_has_role('legal_supervisor')
      OR konbit_has_role('programme_manager')
      OR konbit_has_role('privacy_officer');

-- One person as one organisation knows them. All that tells who it is is sealed.
CREATE TABLE client (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  names sealed NOT NULL,
  birth_date sealed NOT NULL,
  contact sealed NOT NULL,
  speech sealed NOT NULL,
  need sealed NOT NULL,
  people_at_home smallint CHECK (people_at_home BETWEEN 1 AND 99),
  version integer NOT NULL DEFAULT 1,
  last_served date NOT NULL, -- from here its retention clock runs, and that of all that hangs from it
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX client_changed ON client (organisation_id, changed_at DESC);
CREATE INDEX client_last_served ON client (organisation_id, last_served);
CALL konbit_wall('client');
CREATE POLICY those_who_work_with_people ON client AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, UPDATE, DELETE ON client TO ${application};

-- Blind numbers of names, birth dates and phones: see decision 11.
CREATE TABLE client_term (
  organisation_id uuid NOT NULL,
  field text NOT NULL,
  number integer NOT NULL,
  client_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, field, number, client_id),
  FOREIGN KEY (organisation_id, client_id) REFERENCES client ON DELETE CASCADE
);
CREATE INDEX client_term_of_client ON client_term (organisation_id, client_id);
CALL konbit_wall('client_term');
CREATE POLICY those_who_work_with_people ON client_term AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE ON client_term TO ${application};

-- Who lived with whom, from when until when. A household is no more than its members: without any,
-- nothing of it is left.
CREATE TABLE household_member (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  household_id uuid NOT NULL,
  client_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('HEAD', 'PARTNER', 'CHILD', 'OTHER_RELATIVE', 'UNRELATED')),
  since date NOT NULL,
  until date CHECK (until >= since),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, client_id) REFERENCES client ON DELETE CASCADE
);
CREATE UNIQUE INDEX household_member_one_home ON household_member (organisation_id, client_id)
  WHERE until IS NULL;
CREATE INDEX household_member_of_client ON household_member (organisation_id, client_id);
CREATE INDEX household_member_of_household ON household_member (organisation_id, household_id);
CALL konbit_wall('household_member');
CREATE POLICY those_who_work_with_people ON household_member AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, UPDATE, DELETE ON household_member TO ${application};

-- A person's yes to one sharing. Only its withdrawal ever changes it.
CREATE TABLE consent (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  receiver_id uuid NOT NULL REFERENCES organisation,
  purpose text NOT NULL CHECK (purpose IN ('REFERRAL', 'KEPT_SCREENING')),
  shares text[] NOT NULL CHECK (cardinality(shares) > 0 AND shares <@ ARRAY[
    'NAME', 'BIRTH_DATE', 'CONTACT', 'LANGUAGE', 'HOUSEHOLD_SIZE', 'NEED_NOTE', 'PROGRAMS']),
  explained sealed NOT NULL, -- in which language, and by whom interpreted
  shown bytea NOT NULL CHECK (octet_length(shown) = 32), -- SHA-256 of the words that were read out
  capacity text NOT NULL CHECK (capacity IN ('SELF', 'PARENT', 'GUARDIAN', 'COURT')),
  means text NOT NULL CHECK (means IN ('SPOKEN', 'SIGNED')),
  obtained_by uuid,
  given_at timestamptz NOT NULL,
  until date NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_to uuid,
  withdrawal text CHECK (withdrawal IN ('SPOKEN', 'WRITTEN', 'ERASED')),
  ended_on date NOT NULL, -- from here its retention clock runs
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, client_id) REFERENCES client ON DELETE CASCADE,
  CHECK ((withdrawn_at IS NULL) = (withdrawal IS NULL))
);
CREATE INDEX consent_of_client ON consent (organisation_id, client_id);
CREATE INDEX consent_ended ON consent (organisation_id, ended_on);
CALL konbit_wall('consent');
CREATE POLICY those_who_work_with_people ON consent AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE ON consent TO ${application};
GRANT UPDATE (explained, withdrawn_at, withdrawn_to, withdrawal, ended_on)
  ON consent TO ${application};
