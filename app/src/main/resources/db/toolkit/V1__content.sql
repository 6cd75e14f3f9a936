-- Outside the walls: public content belongs to the coalition, not to one organisation. It names no
-- client; what a revision holds is what readers see.
CREATE TABLE content_item (
  kind text NOT NULL CHECK (kind <> ''),
  id text NOT NULL CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text NOT NULL
    CHECK (state IN ('draft', 'in-review', 'changes-asked', 'approved', 'published', 'corrected',
                     'withdrawn', 'archived')),
  revision integer NOT NULL CHECK (revision > 0),
  -- From the first edit on it is the editors', and no file overwrites it.
  is_edited boolean NOT NULL,
  file_digest bytea,
  PRIMARY KEY (kind, id)
);
GRANT SELECT, INSERT, UPDATE ON content_item TO ${application};

-- Every wording an item ever had; never changed.
CREATE TABLE content_revision (
  kind text NOT NULL,
  id text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  document text NOT NULL CHECK (length(document) <= 200000),
  change_class text NOT NULL CHECK (change_class IN ('typo', 'wording', 'dates', 'safety')),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (kind, id, revision),
  FOREIGN KEY (kind, id) REFERENCES content_item (kind, id)
);
GRANT SELECT, INSERT ON content_revision TO ${application};

-- Counts the changes, so that a node knows by one number whether it holds the newest content.
CREATE TABLE content_change (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  number bigint NOT NULL
);
INSERT INTO content_change (number) VALUES (0);
GRANT SELECT, UPDATE ON content_change TO ${application};
