-- Company file, schema 2: tasks, what years and sites have to do with each other, how long evidence
-- holds, who got a document. Never edited once released.
--
-- A column added to an older table may be NULL, always: events from before do not speak of it, and
-- what an event does not speak of is NULL.

CREATE TABLE task (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  title TEXT NOT NULL,
  title_en TEXT,
  note TEXT,
  owner INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  due TEXT,
  state TEXT NOT NULL CHECK (state <> ''),
  added_at TEXT NOT NULL,
  person INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  done_on TEXT
) STRICT;

-- kind and ref name a row of any kind, which no foreign key can say.
CREATE TABLE task_link (
  task INTEGER NOT NULL REFERENCES task (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  ref TEXT NOT NULL CHECK (ref <> ''),
  PRIMARY KEY (task, kind, ref)
) STRICT, WITHOUT ROWID;

-- What the company decided about its papers, such as stamp boxes or the first month of its year.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE person ADD COLUMN left_on TEXT;

-- previous: the check this one continues, as last year's. parent: the company's check that a site's
-- one belongs to.
ALTER TABLE assessment ADD COLUMN previous INTEGER
  REFERENCES assessment (id) ON UPDATE RESTRICT ON DELETE RESTRICT;
ALTER TABLE assessment ADD COLUMN parent INTEGER
  REFERENCES assessment (id) ON UPDATE RESTRICT ON DELETE RESTRICT;

-- replaces: the older version of the same evidence. location_removed: position data was taken out
-- of the picture before it was kept.
ALTER TABLE evidence ADD COLUMN expires TEXT;
ALTER TABLE evidence ADD COLUMN replaces INTEGER
  REFERENCES evidence (id) ON UPDATE RESTRICT ON DELETE RESTRICT;
ALTER TABLE evidence ADD COLUMN location_removed INTEGER CHECK (location_removed = 1);

ALTER TABLE issue ADD COLUMN person INTEGER
  REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT;
ALTER TABLE issue ADD COLUMN recipient TEXT;
