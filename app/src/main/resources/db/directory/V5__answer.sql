-- Within how many hours a service answers a partner who sends it a family; none says: in the time that
-- the coalition agreed on. It concerns partners alone, and the standard has no field for it.
ALTER TABLE directory_service
  ADD COLUMN answer_hours integer CHECK (answer_hours BETWEEN 1 AND 720);
