-- How far a referral has come: it names both organisations and no person, and has no free text.
CREATE TABLE referral_status (
  id uuid PRIMARY KEY,
  number text NOT NULL CHECK (length(number) = 9), -- what two partners say on the phone instead of a name
  from_organisation_id uuid NOT NULL REFERENCES organisation,
  to_organisation_id uuid NOT NULL REFERENCES organisation,
  track text NOT NULL CHECK (track IN ('ORDINARY', 'LEGAL', 'UNSEEN')),
  state text NOT NULL CHECK (state IN (
    'SENT', 'NEEDS_INFORMATION', 'WAITLISTED', 'ACCEPTED', 'IN_SERVICE', 'ON_HOLD', 'COMPLETED',
    'UNABLE', 'DECLINED', 'CLIENT_DECLINED', 'RECALLED', 'EXPIRED', 'REROUTED',
    'ENTERED_IN_ERROR', 'RECEIVED', 'APPOINTMENT_OFFERED', 'CLOSED')),
  reason text CHECK (reason IN (
    'AT_CAPACITY', 'NOT_ELIGIBLE', 'OUT_OF_AREA', 'MISSING_DOCUMENTS', 'LACK_OF_RESOURCE',
    'LANGUAGE_UNAVAILABLE', 'DUPLICATE', 'UNABLE_TO_CONTACT', 'UNABLE_TO_ASSIST', 'OTHER')),
  outcome text CHECK (outcome IN (
    'RECEIVED_SERVICE', 'PARTIAL', 'DID_NOT_ATTEND', 'LOST_CONTACT', 'REFERRED_ON',
    'NO_LONGER_NEEDED', 'NOT_DISCLOSED')),
  suggested_service_id uuid,
  sent_at timestamptz NOT NULL,
  half_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  shared_until timestamptz,             -- the end of the consent; none if nothing is shared
  withdrawn_at timestamptz,             -- since when the family no longer wants it shared
  first_response_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz NOT NULL,
  changes integer NOT NULL DEFAULT 0,   -- whoever moves it says how often they saw it moved
  notes uuid[] NOT NULL DEFAULT '{}'    -- which notes of the conversation both sides have
    CHECK (cardinality(notes) <= 500),
  reminded smallint NOT NULL DEFAULT 0 CHECK (reminded IN (0, 50, 100)),
  CHECK (from_organisation_id <> to_organisation_id),
  CHECK ((state = 'DECLINED') = (reason IS NOT NULL)),
  CHECK ((state IN ('COMPLETED', 'UNABLE')) = (outcome IS NOT NULL)),
  CHECK (suggested_service_id IS NULL OR state = 'REROUTED'),
  CHECK ((closed_at IS NOT NULL) = (state IN (
    'COMPLETED', 'UNABLE', 'DECLINED', 'CLIENT_DECLINED', 'RECALLED', 'EXPIRED', 'REROUTED',
    'ENTERED_IN_ERROR', 'CLOSED')))
);
CREATE INDEX referral_status_in ON referral_status (to_organisation_id, state, due_at);
CREATE INDEX referral_status_out ON referral_status (from_organisation_id, state, due_at);
CREATE INDEX referral_status_expiring ON referral_status (to_organisation_id, expires_at)
  WHERE state = 'SENT';
ALTER TABLE referral_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_status FORCE ROW LEVEL SECURITY;
CREATE POLICY either_side ON referral_status
  USING (konbit_organisation() IN (from_organisation_id, to_organisation_id));
GRANT SELECT, INSERT, DELETE ON referral_status TO ${application};
GRANT UPDATE (state, reason, outcome, suggested_service_id, half_at, due_at, expires_at,
              withdrawn_at, first_response_at, decided_at, closed_at, changed_at, notes, reminded)
  ON referral_status TO ${application};

-- Who acts: Konbit's own clock moves a referral for the receiver who let the time pass.
CREATE FUNCTION referral_mover(sender uuid, receiver uuid) RETURNS text
  LANGUAGE sql STABLE
  RETURN CASE
    WHEN konbit_organisation() = sender THEN 'SENDER'
    WHEN konbit_organisation() = receiver AND konbit_has_role('system:referrals') THEN 'CLOCK'
    WHEN konbit_organisation() = receiver THEN 'RECEIVER' END;

CREATE FUNCTION referral_may_move(track text, was text, now_is text, mover text) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN EXISTS (
    SELECT FROM (VALUES
      ('ORDINARY', 'SENT', 'RECALLED', 'SENDER'),
      ('ORDINARY', 'SENT', 'CLIENT_DECLINED', 'SENDER'),
      ('ORDINARY', 'SENT', 'ENTERED_IN_ERROR', 'SENDER'),
      ('ORDINARY', 'NEEDS_INFORMATION', 'SENT', 'SENDER'),
      ('ORDINARY', 'NEEDS_INFORMATION', 'ENTERED_IN_ERROR', 'SENDER'),
      ('ORDINARY', 'WAITLISTED', 'ENTERED_IN_ERROR', 'SENDER'),
      ('ORDINARY', 'ACCEPTED', 'CLIENT_DECLINED', 'SENDER'),
      ('ORDINARY', 'ACCEPTED', 'ENTERED_IN_ERROR', 'SENDER'),
      ('ORDINARY', 'IN_SERVICE', 'ENTERED_IN_ERROR', 'SENDER'),
      ('ORDINARY', 'ON_HOLD', 'ENTERED_IN_ERROR', 'SENDER'),
      ('ORDINARY', 'SENT', 'ACCEPTED', 'RECEIVER'),
      ('ORDINARY', 'SENT', 'NEEDS_INFORMATION', 'RECEIVER'),
      ('ORDINARY', 'SENT', 'WAITLISTED', 'RECEIVER'),
      ('ORDINARY', 'SENT', 'DECLINED', 'RECEIVER'),
      ('ORDINARY', 'SENT', 'CLIENT_DECLINED', 'RECEIVER'),
      ('ORDINARY', 'SENT', 'REROUTED', 'RECEIVER'),
      ('ORDINARY', 'WAITLISTED', 'ACCEPTED', 'RECEIVER'),
      ('ORDINARY', 'WAITLISTED', 'DECLINED', 'RECEIVER'),
      ('ORDINARY', 'ACCEPTED', 'IN_SERVICE', 'RECEIVER'),
      ('ORDINARY', 'ACCEPTED', 'UNABLE', 'RECEIVER'),
      ('ORDINARY', 'ACCEPTED', 'CLIENT_DECLINED', 'RECEIVER'),
      ('ORDINARY', 'IN_SERVICE', 'ON_HOLD', 'RECEIVER'),
      ('ORDINARY', 'IN_SERVICE', 'COMPLETED', 'RECEIVER'),
      ('ORDINARY', 'IN_SERVICE', 'UNABLE', 'RECEIVER'),
      ('ORDINARY', 'ON_HOLD', 'IN_SERVICE', 'RECEIVER'),
      ('ORDINARY', 'SENT', 'EXPIRED', 'CLOCK'),
      ('ORDINARY', 'WAITLISTED', 'EXPIRED', 'CLOCK'),
      ('LEGAL', 'SENT', 'RECALLED', 'SENDER'),
      ('LEGAL', 'SENT', 'ENTERED_IN_ERROR', 'SENDER'),
      ('LEGAL', 'RECEIVED', 'ENTERED_IN_ERROR', 'SENDER'),
      ('LEGAL', 'APPOINTMENT_OFFERED', 'ENTERED_IN_ERROR', 'SENDER'),
      ('LEGAL', 'SENT', 'RECEIVED', 'RECEIVER'),
      ('LEGAL', 'SENT', 'CLOSED', 'RECEIVER'),
      ('LEGAL', 'RECEIVED', 'APPOINTMENT_OFFERED', 'RECEIVER'),
      ('LEGAL', 'RECEIVED', 'CLOSED', 'RECEIVER'),
      ('LEGAL', 'APPOINTMENT_OFFERED', 'CLOSED', 'RECEIVER'),
      ('LEGAL', 'SENT', 'CLOSED', 'CLOCK'),
      ('UNSEEN', 'SENT', 'RECALLED', 'SENDER'),
      ('UNSEEN', 'SENT', 'ENTERED_IN_ERROR', 'SENDER'),
      ('UNSEEN', 'SENT', 'CLOSED', 'CLOCK')) AS move (track, was, now_is, mover)
     WHERE move.track = referral_may_move.track
       AND move.was = referral_may_move.was
       AND move.now_is = referral_may_move.now_is
       AND move.mover = referral_may_move.mover);

CREATE FUNCTION referral_status_guard() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
DECLARE
  mover text := referral_mover(
    coalesce(NEW.from_organisation_id, OLD.from_organisation_id),
    coalesce(NEW.to_organisation_id, OLD.to_organisation_id));
  is_allowed boolean;
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      is_allowed := mover = 'SENDER' AND NEW.state = 'SENT' AND NEW.changes = 0
        AND NEW.notes = '{}' AND NEW.reminded = 0 AND NEW.withdrawn_at IS NULL
        AND NEW.first_response_at IS NULL AND NEW.decided_at IS NULL;
    WHEN 'DELETE' THEN
      is_allowed := OLD.closed_at IS NOT NULL AND konbit_has_role('system:retention');
    ELSE
      is_allowed :=
        (NEW.state = OLD.state
           AND (NEW.reason, NEW.outcome, NEW.suggested_service_id, NEW.first_response_at,
                NEW.decided_at, NEW.closed_at)
               IS NOT DISTINCT FROM
               (OLD.reason, OLD.outcome, OLD.suggested_service_id, OLD.first_response_at,
                OLD.decided_at, OLD.closed_at)
         OR referral_may_move(OLD.track, OLD.state, NEW.state, mover)
           -- Without the family's yes nobody new takes it on.
           AND (OLD.withdrawn_at IS NULL
                OR NEW.closed_at IS NOT NULL OR NEW.state = 'IN_SERVICE'))
        AND ((NEW.half_at, NEW.due_at, NEW.expires_at)
               IS NOT DISTINCT FROM (OLD.half_at, OLD.due_at, OLD.expires_at)
             OR OLD.state = 'NEEDS_INFORMATION' AND NEW.state = 'SENT')
        AND (NEW.withdrawn_at IS NOT DISTINCT FROM OLD.withdrawn_at
             OR OLD.withdrawn_at IS NULL AND mover = 'SENDER')
        AND (NEW.reminded = OLD.reminded
             OR NEW.reminded > OLD.reminded AND mover = 'CLOCK'
             OR NEW.reminded = 0 AND OLD.state = 'NEEDS_INFORMATION' AND NEW.state = 'SENT')
        AND (NEW.notes = OLD.notes
             OR cardinality(NEW.notes) = cardinality(OLD.notes) + 1
               AND NEW.notes[:cardinality(OLD.notes)] = OLD.notes);
      NEW.changes := OLD.changes + (NEW.state <> OLD.state)::int;
  END CASE;
  IF is_allowed IS NOT TRUE THEN
    RAISE EXCEPTION 'a referral does not go that way' USING ERRCODE = 'KB002';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON referral_status
  FOR EACH ROW EXECUTE FUNCTION referral_status_guard();

-- Whether the receiver may see what was shared.
CREATE FUNCTION referral_is_shared(state text, shared_until timestamptz, withdrawn_at timestamptz)
  RETURNS boolean
  LANGUAGE sql STABLE
  RETURN withdrawn_at IS NULL
    AND (shared_until IS NULL OR shared_until > now())
    AND state IN ('SENT', 'NEEDS_INFORMATION', 'WAITLISTED', 'ACCEPTED', 'IN_SERVICE', 'ON_HOLD',
                  'COMPLETED', 'RECEIVED', 'APPOINTMENT_OFFERED');

-- The sender's own. Whether it is open is a copy of what the status says, brought up to date when it
-- is wanted: one person is referred once at a time to one service.
CREATE TABLE referral (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  consent_id uuid,
  to_organisation_id uuid NOT NULL REFERENCES organisation,
  service_id uuid NOT NULL,
  need text NOT NULL,
  warmth text NOT NULL CHECK (warmth IN ('WARM', 'COLD', 'SELF')),
  urgency text NOT NULL CHECK (urgency IN ('ROUTINE', 'SOON', 'URGENT')),
  contact text NOT NULL CHECK (contact IN ('PARTNER_CALLS', 'PERSON_CALLS', 'DO_NOT_CONTACT')),
  share_set text[] NOT NULL,
  track text NOT NULL CHECK (track IN ('ORDINARY', 'LEGAL', 'UNSEEN')),
  state text NOT NULL
    CHECK (state IN ('DRAFT', 'SENT', 'DISCARDED', 'ENTERED_IN_ERROR', 'LOGGED_ONLY')),
  message sealed,
  parent_id uuid,
  made_by uuid,
  made_at timestamptz NOT NULL,
  is_open boolean NOT NULL DEFAULT false,
  ended_on date,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, client_id) REFERENCES client ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, parent_id) REFERENCES referral
    ON DELETE SET NULL (parent_id),
  CHECK (to_organisation_id <> organisation_id),
  CHECK ((warmth = 'WARM') = (share_set <> '{}')),
  CHECK (NOT (warmth = 'WARM' AND state = 'SENT' AND consent_id IS NULL)),
  CHECK (NOT is_open OR state = 'SENT')
);
CREATE UNIQUE INDEX referral_one_open ON referral (organisation_id, client_id, service_id)
  WHERE is_open;
CREATE INDEX referral_of_client ON referral (organisation_id, client_id);
CREATE INDEX referral_of_consent ON referral (organisation_id, consent_id);
CREATE INDEX referral_parent ON referral (organisation_id, parent_id);
CALL konbit_wall('referral');
CREATE POLICY those_who_work_with_people ON referral AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, UPDATE, DELETE ON referral TO ${application};

-- The receiver's: what the family agreed to share, under the receiver's key. It is written just
-- before the status, by Konbit for the receiver, and seen only while the status shows it; so a
-- sending that is cut off between the two shows nobody anything. The clock sweeps up.
CREATE TABLE handover (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  need text NOT NULL,
  warmth text NOT NULL,
  urgency text NOT NULL,
  contact text NOT NULL,
  shared sealed NOT NULL,
  message sealed NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;
CREATE POLICY own_while_shared ON handover
  USING (organisation_id = konbit_organisation()
    AND (konbit_has_role('system:referrals') OR konbit_has_role('system:keys')
      OR EXISTS (
        SELECT FROM referral_status s
         WHERE s.id = handover.id
           AND s.to_organisation_id = handover.organisation_id
           AND referral_is_shared(s.state, s.shared_until, s.withdrawn_at)
           AND (s.track <> 'LEGAL'
                OR konbit_has_role('legal_staff') OR konbit_has_role('legal_supervisor')))))
  WITH CHECK (organisation_id = konbit_organisation()
    AND (konbit_has_role('system:referrals') OR konbit_has_role('system:keys')));
CREATE POLICY those_who_work_with_people ON handover AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE, UPDATE (shared, message) ON handover TO ${application};

-- The conversation, a copy on either side under that side's key. A note is written to the other side
-- first and seen once the status counts it.
CREATE TABLE referral_note (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  referral_id uuid NOT NULL,
  is_ours boolean NOT NULL,
  author uuid,
  text sealed NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, referral_id) REFERENCES referral ON DELETE CASCADE
);
ALTER TABLE referral_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_note FORCE ROW LEVEL SECURITY;
CREATE POLICY own_once_counted ON referral_note
  USING (organisation_id = konbit_organisation()
    AND (konbit_has_role('system:referrals') OR konbit_has_role('system:keys')
      OR EXISTS (
        SELECT FROM referral_status s
         WHERE s.id = referral_note.referral_id
           AND s.from_organisation_id = referral_note.organisation_id
           AND referral_note.id = ANY (s.notes))))
  WITH CHECK (organisation_id = konbit_organisation());
CREATE INDEX referral_note_of_referral ON referral_note (organisation_id, referral_id);
CREATE POLICY those_who_work_with_people ON referral_note AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE, UPDATE (text) ON referral_note TO ${application};

CREATE TABLE handover_note (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  referral_id uuid NOT NULL,
  is_ours boolean NOT NULL,
  author uuid,
  text sealed NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, referral_id) REFERENCES handover ON DELETE CASCADE
);
ALTER TABLE handover_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_note FORCE ROW LEVEL SECURITY;
CREATE POLICY own_while_shared ON handover_note
  USING (organisation_id = konbit_organisation()
    AND (konbit_has_role('system:referrals') OR konbit_has_role('system:keys')
      OR EXISTS (
        SELECT FROM handover h
          JOIN referral_status s ON s.id = h.id
         WHERE h.id = handover_note.referral_id
           AND handover_note.id = ANY (s.notes))))
  WITH CHECK (organisation_id = konbit_organisation());
CREATE INDEX handover_note_of_referral ON handover_note (organisation_id, referral_id);
CREATE POLICY those_who_work_with_people ON handover_note AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE, UPDATE (text) ON handover_note TO ${application};

-- A command that was carried out, by the key that its sender made.
CREATE TABLE referral_command (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  digest bytea NOT NULL,
  made_on date NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CALL konbit_wall('referral_command');
GRANT SELECT, INSERT, DELETE, UPDATE (made_on) ON referral_command TO ${application};

-- How many more a service can take on. Taking a place counts down in one statement, never below 0.
CREATE TABLE capacity (
  organisation_id uuid NOT NULL,
  service_id uuid NOT NULL,
  unit text NOT NULL CHECK (unit IN ('CASE', 'FAMILY', 'BED', 'SEAT', 'HOUR')),
  available integer NOT NULL CHECK (available BETWEEN 0 AND 1000000),
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  PRIMARY KEY (organisation_id, service_id)
);
CALL konbit_wall('capacity');
GRANT SELECT, INSERT, UPDATE, DELETE ON capacity TO ${application};

-- A place that was taken, until it is given back.
CREATE TABLE capacity_place (
  organisation_id uuid NOT NULL,
  referral_id uuid NOT NULL,
  service_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, referral_id)
);
CALL konbit_wall('capacity_place');
GRANT SELECT, INSERT, DELETE ON capacity_place TO ${application};
