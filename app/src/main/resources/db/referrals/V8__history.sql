-- Each way a referral went: where to, when and by which side; what came before it is where it was.
-- Who of a side it was stands in that side's audit alone. Noted here, so that nobody writes it anew.
ALTER TABLE referral_status
  ADD COLUMN went_to text[] NOT NULL DEFAULT '{}',
  ADD COLUMN went_by text[] NOT NULL DEFAULT '{}',
  ADD COLUMN went_at timestamptz[] NOT NULL DEFAULT '{}';

CREATE FUNCTION referral_status_history() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
DECLARE
  most CONSTANT integer := 200; -- a service that is paused again and again does not grow for ever
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.went_to := '{}';
    NEW.went_by := '{}';
    NEW.went_at := '{}';
  ELSIF NEW.state <> OLD.state THEN
    NEW.went_to := (OLD.went_to || NEW.state)[greatest(1, cardinality(OLD.went_to) + 2 - most):];
    NEW.went_by := (OLD.went_by
      || referral_mover(NEW.from_organisation_id, NEW.to_organisation_id))
      [greatest(1, cardinality(OLD.went_by) + 2 - most):];
    NEW.went_at := (OLD.went_at || NEW.changed_at)[greatest(1, cardinality(OLD.went_at) + 2 - most):];
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER history BEFORE INSERT OR UPDATE ON referral_status
  FOR EACH ROW EXECUTE FUNCTION referral_status_history();
