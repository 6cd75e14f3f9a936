-- Where an organisation is told that something waits at its desk: a mailbox of its own.
CREATE TABLE notice_mailbox (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  address sealed NOT NULL,
  language text NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id)
);
CALL konbit_wall('notice_mailbox');
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_mailbox TO ${application};

-- A message that says there is an update, and of what or whom to nobody. It is claimed before it is
-- sent, and what was claimed is never sent again: whoever was cut off in between may have sent it.
CREATE TABLE notice (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('TO_SEND', 'SENDING', 'SENT', 'UNSURE', 'GIVEN_UP')),
  tries smallint NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  ended_on date,
  PRIMARY KEY (organisation_id, id),
  CHECK ((ended_on IS NULL) = (state IN ('TO_SEND', 'SENDING')))
);
CREATE INDEX notice_to_send ON notice (organisation_id, next_at) WHERE ended_on IS NULL;
CREATE INDEX notice_made ON notice (organisation_id, made_at);
CALL konbit_wall('notice');
GRANT SELECT, INSERT, DELETE, UPDATE (state, tries, next_at, ended_on) ON notice TO ${application};

-- Whether something happened that the other side has not been told of. It is noted with whatever
-- happens, in the same statement, so that none is lost; each side alone says that it was told.
ALTER TABLE referral_status
  ADD COLUMN news_for_sender boolean NOT NULL DEFAULT false,
  ADD COLUMN news_for_receiver boolean NOT NULL DEFAULT false;
CREATE INDEX referral_status_news_in ON referral_status (to_organisation_id)
  WHERE news_for_receiver;
CREATE INDEX referral_status_news_out ON referral_status (from_organisation_id)
  WHERE news_for_sender;
GRANT UPDATE (news_for_sender, news_for_receiver) ON referral_status TO ${application};

CREATE FUNCTION referral_status_news() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
DECLARE
  is_sender boolean := konbit_organisation() = NEW.from_organisation_id;
  is_new boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.news_for_sender := false;
    NEW.news_for_receiver := true;
  ELSE
    is_new := (NEW.state, NEW.notes, NEW.withdrawn_at)
      IS DISTINCT FROM (OLD.state, OLD.notes, OLD.withdrawn_at);
    NEW.news_for_receiver := CASE
      WHEN is_sender THEN is_new OR OLD.news_for_receiver
      ELSE NEW.reminded > OLD.reminded OR NEW.news_for_receiver END;
    NEW.news_for_sender := CASE
      WHEN is_sender THEN NEW.news_for_sender
      ELSE is_new OR OLD.news_for_sender END;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER news BEFORE INSERT OR UPDATE ON referral_status
  FOR EACH ROW EXECUTE FUNCTION referral_status_news();
