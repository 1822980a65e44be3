-- Company file, schema 3: what became of an answer after it was given, the level a check aims at,
-- the company's own guidelines. Never edited once released.
--
-- A column added to an older table may be NULL, always: events from before do not speak of it, and
-- what an event does not speak of is NULL.

-- expert: how far an expert has been asked, a note of the company's own and never a result.
-- carried_from: the entry whose value was carried over here, as 'answer/1/SD-01', until somebody
-- says that it is so.
ALTER TABLE answer ADD COLUMN reviewed_on TEXT;
ALTER TABLE answer ADD COLUMN expert TEXT CHECK (expert <> '');
ALTER TABLE answer ADD COLUMN expert_name TEXT;
ALTER TABLE answer ADD COLUMN expert_on TEXT;
ALTER TABLE answer ADD COLUMN carried_from TEXT CHECK (carried_from <> '');

-- level: the level aimed at, one of the guideline's own; NULL is its lowest.
ALTER TABLE assessment ADD COLUMN level TEXT CHECK (level <> '');

-- The company's own guidelines, such as a customer's questionnaire. id is 'ID@EDITION', text the
-- guideline's canonical JSON.
CREATE TABLE catalogue (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  text TEXT NOT NULL
) STRICT;
