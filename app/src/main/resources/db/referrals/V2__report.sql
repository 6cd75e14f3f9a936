-- When a receiver took a family on, and when help first began: what reports count.
ALTER TABLE referral_status
  ADD COLUMN taken_on_at timestamptz,
  ADD COLUMN begun_at timestamptz;
-- A report counts what was sent in a quarter, from either side.
CREATE INDEX referral_status_sent ON referral_status (from_organisation_id, sent_at);
CREATE INDEX referral_status_got ON referral_status (to_organisation_id, sent_at);

CREATE OR REPLACE FUNCTION referral_status_guard() RETURNS trigger
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
        AND NEW.first_response_at IS NULL AND NEW.decided_at IS NULL
        AND NEW.taken_on_at IS NULL AND NEW.begun_at IS NULL;
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
      -- Noted here alone, so that a report rests on what happened.
      NEW.taken_on_at := coalesce(
        OLD.taken_on_at,
        CASE WHEN NEW.state IN ('ACCEPTED', 'APPOINTMENT_OFFERED') THEN NEW.changed_at END);
      NEW.begun_at := coalesce(
        OLD.begun_at, CASE WHEN NEW.state = 'IN_SERVICE' THEN NEW.changed_at END);
  END CASE;
  IF is_allowed IS NOT TRUE THEN
    RAISE EXCEPTION 'a referral does not go that way' USING ERRCODE = 'KB002';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
