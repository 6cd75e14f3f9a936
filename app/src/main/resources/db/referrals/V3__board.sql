-- How many places a service has is no secret among those who send families: everybody reads it, its
-- keeper alone changes it. Who set it is told to nobody, and so not kept.
ALTER TABLE capacity DROP COLUMN updated_by;
DROP POLICY own_organisation ON capacity;
CALL konbit_publish('capacity');
