-- An organisation's own clocks; where it has none, the kind's default holds.
CREATE TABLE retention_clock (
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  from_day date NOT NULL,
  months integer NOT NULL CHECK (months BETWEEN 1 AND 1200),
  source text NOT NULL CHECK (source <> ''),
  set_by uuid,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, kind, from_day)
);
CALL konbit_wall('retention_clock');
GRANT SELECT, INSERT ON retention_clock TO ${application};

-- Stops destruction, for everything, one kind or one record. The reason may name a case: sealed.
CREATE TABLE legal_hold (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text,
  record_id uuid CHECK (record_id IS NULL OR kind IS NOT NULL),
  reason sealed NOT NULL,
  placed_by uuid,
  placed_at timestamptz NOT NULL,
  lifted_by uuid,
  lifted_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);
CALL konbit_wall('legal_hold');
GRANT SELECT, INSERT, UPDATE ON legal_hold TO ${application};

-- What the expiry job did.
CREATE TABLE retention_report (
  organisation_id uuid NOT NULL,
  ran_on date NOT NULL,
  kind text NOT NULL,
  started_until date NOT NULL,
  destroyed bigint NOT NULL,
  held bigint NOT NULL,
  PRIMARY KEY (organisation_id, ran_on, kind)
);
CALL konbit_wall('retention_report');
GRANT SELECT, INSERT, UPDATE ON retention_report TO ${application};

-- Outside the walls: db-scheduler's own. Jobs carry no data of a client.
CREATE TABLE scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO ${application};
