-- Within how many hours an answer was asked for, as the service said when it was sent: nobody can
-- change it afterwards. All that were sent before had the coalition's own time.
ALTER TABLE referral_status
  ADD COLUMN answer_hours integer NOT NULL DEFAULT 72 CHECK (answer_hours BETWEEN 1 AND 720),
  ADD COLUMN answered_in_time boolean;

-- Whether the first answer came in time is noted when it comes, and here alone: a question that is
-- answered gives the receiver its time anew, and a late question must not become a timely one by it.
CREATE FUNCTION referral_status_answer() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.answered_in_time := NULL;
  ELSIF OLD.first_response_at IS NULL AND NEW.first_response_at IS NOT NULL THEN
    NEW.answered_in_time := NEW.first_response_at <= OLD.due_at;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER answer BEFORE INSERT OR UPDATE ON referral_status
  FOR EACH ROW EXECUTE FUNCTION referral_status_answer();
