-- Two records that are one may each have a choice that a consent of its own keeps: so what is chosen is
-- once for each consent, and no longer once for each person.
ALTER TABLE chosen_program DROP CONSTRAINT chosen_program_organisation_id_client_id_program_key;
ALTER TABLE chosen_program ADD UNIQUE (organisation_id, consent_id, program);
CREATE INDEX chosen_program_of_client ON chosen_program (organisation_id, client_id);
DROP INDEX chosen_program_of_consent; -- the key begins like it
