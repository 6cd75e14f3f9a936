-- Who acts, as the application says at the start of every transaction. A setting that was local to
-- an earlier transaction of the connection reads '' afterwards, hence nullif.

CREATE FUNCTION konbit_nobody_acts() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  AS $$
BEGIN
  RAISE EXCEPTION 'no organisation acts in this transaction' USING ERRCODE = 'KB001';
END
$$;

CREATE FUNCTION konbit_organisation_if_any() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('konbit.organisation', true), '')::uuid;

-- For policies: work on walled tables for nobody is a mistake, not an empty answer. In SQL, so that
-- it is inlined and a scan pays for reading one setting.
CREATE FUNCTION konbit_organisation() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(
    nullif(current_setting('konbit.organisation', true), '')::uuid, konbit_nobody_acts());

CREATE FUNCTION konbit_person() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('konbit.person', true), '')::uuid;

CREATE FUNCTION konbit_has_role(role text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(role = ANY (string_to_array(current_setting('konbit.role', true), ',')), false);

-- Puts a table that has an organisation_id behind the wall: each organisation sees and writes its
-- own rows and no others, and the owner of the table is bound too.
CREATE PROCEDURE konbit_wall(walled regclass)
  LANGUAGE plpgsql
  AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
  EXECUTE format(
    'CREATE POLICY own_organisation ON %s USING (organisation_id = konbit_organisation())', walled);
END
$$;
REVOKE ALL ON PROCEDURE konbit_wall(regclass) FROM PUBLIC;
