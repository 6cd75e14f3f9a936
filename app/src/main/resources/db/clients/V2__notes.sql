-- What somebody wrote about a person, for those it was written for. Hangs from the person.
CREATE TABLE client_note (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('TEAM', 'SUPERVISORS', 'AUTHOR')),
  text sealed NOT NULL,
  written_by uuid,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, client_id) REFERENCES client ON DELETE CASCADE
);
CREATE INDEX client_note_of_client ON client_note (organisation_id, client_id);
CALL konbit_wall('client_note');
CREATE POLICY those_who_work_with_people ON client_note AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
-- Whoever must tell a person all that is kept about them reads every note.
CREATE POLICY its_audience ON client_note AS RESTRICTIVE
  USING (konbit_person() IS NULL
    OR audience = 'TEAM'
    OR written_by = konbit_person()
    OR konbit_has_role('privacy_officer')
    OR audience = 'SUPERVISORS'
       AND (konbit_has_role('legal_supervisor') OR konbit_has_role('programme_manager')));
GRANT SELECT, INSERT, DELETE ON client_note TO ${application};
GRANT UPDATE (text) ON client_note TO ${application};
