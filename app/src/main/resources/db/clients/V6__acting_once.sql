-- Who acts is asked once a statement and no longer once a row. Behind a second policy PostgreSQL also
-- uses an index for what it can compare with a value alone: so an organisation's people are found by
-- index, however many the coalition has.
ALTER POLICY own_organisation ON client
  USING (organisation_id = (SELECT konbit_organisation()));
ALTER POLICY own_organisation ON client_term
  USING (organisation_id = (SELECT konbit_organisation()));
ALTER POLICY own_organisation ON household_member
  USING (organisation_id = (SELECT konbit_organisation()));
ALTER POLICY own_organisation ON consent
  USING (organisation_id = (SELECT konbit_organisation()));
ALTER POLICY own_organisation ON client_note
  USING (organisation_id = (SELECT konbit_organisation()));
ALTER POLICY own_organisation ON chosen_program
  USING (organisation_id = (SELECT konbit_organisation()));
