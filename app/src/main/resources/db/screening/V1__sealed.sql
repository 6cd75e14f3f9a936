-- Outside the walls: what families' forms are sealed with, a key a day, itself wrapped by the
-- installation's key. It belongs to no organisation, as the families who fill a form in do not.
CREATE TABLE form_key (
  day integer PRIMARY KEY,
  wrapped bytea NOT NULL
);
GRANT SELECT, INSERT, DELETE ON form_key TO ${application};

-- Outside the walls: answers that a family saved. Who they are, when they came and from where is not
-- written down, and without the family's code nobody can read them.
CREATE TABLE saved_screening (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  sealed bytea NOT NULL CHECK (octet_length(sealed) <= 40000),
  expires_on date NOT NULL
);
CREATE INDEX saved_screening_expires_on ON saved_screening (expires_on);
GRANT SELECT, INSERT, DELETE ON saved_screening TO ${application};
