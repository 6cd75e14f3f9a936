-- Why a referral should not have been sent. The status says it in one of a few words that tell
-- nothing of a person, so that whoever got it knows what to do with what they noted elsewhere. What
-- the sender says of it beside may name somebody: it stays in the sender's own row.
ALTER TABLE referral_status
  ADD COLUMN mistake text CHECK (mistake IN (
    'WRONG_PERSON', 'WRONG_PARTNER', 'SENT_TWICE', 'OTHER')),
  ADD CHECK (mistake IS NULL OR state = 'ENTERED_IN_ERROR');
GRANT UPDATE (mistake) ON referral_status TO ${application};

ALTER TABLE referral ADD COLUMN mistake_words sealed;

-- Of those entered in error before there were reasons, none is known: so this looks at the move.
CREATE FUNCTION referral_status_mistake() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  IF NEW.state = OLD.state AND NEW.mistake IS DISTINCT FROM OLD.mistake
     OR NEW.state <> OLD.state
        AND (NEW.state = 'ENTERED_IN_ERROR') <> (NEW.mistake IS NOT NULL) THEN
    RAISE EXCEPTION 'a mistake has its reason, once' USING ERRCODE = 'KB002';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER mistake BEFORE UPDATE ON referral_status
  FOR EACH ROW EXECUTE FUNCTION referral_status_mistake();
