-- What a family chose to apply for, with its consent: an application that anybody may file, never a
-- program that somebody got or could get. None of these tells a person's status; a name that would,
-- such as that of a limited or an emergency program, cannot be written here.
CREATE TABLE chosen_program (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  client_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  program text NOT NULL CHECK (program IN (
    'HEALTH_COVERAGE', 'FOOD_BENEFITS', 'WIC', 'SCHOOL_MEALS', 'TAX_CREDITS', 'HEATING_HELP')),
  ended_on date NOT NULL, -- the last day of the consent; from here its retention clock runs
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, client_id, program),
  FOREIGN KEY (organisation_id, client_id) REFERENCES client ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, consent_id) REFERENCES consent ON DELETE CASCADE
);
CREATE INDEX chosen_program_of_consent ON chosen_program (organisation_id, consent_id);
CREATE INDEX chosen_program_ended ON chosen_program (organisation_id, ended_on);
CALL konbit_wall('chosen_program');
CREATE POLICY those_who_work_with_people ON chosen_program AS RESTRICTIVE
  USING ((SELECT konbit_sees_clients()));
GRANT SELECT, INSERT, DELETE ON chosen_program TO ${application};
GRANT UPDATE (client_id) ON chosen_program TO ${application};
