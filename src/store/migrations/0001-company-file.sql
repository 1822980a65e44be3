-- Company file, schema 1. Never edited once released: a mistake is mended by a new migration.
--
-- Every state table is described by one entry in sgn-kind.c and written only together with its
-- event. Rules that the world may change (how many stars there are, which words an answer has)
-- are not written here; what stands here is true for ever.

CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  name_kana TEXT,
  name_en TEXT,
  corporate_number TEXT,
  postal_code TEXT,
  address TEXT,
  address_en TEXT,
  representative TEXT,
  representative_kana TEXT,
  representative_en TEXT,
  representative_title TEXT,
  representative_title_en TEXT,
  contact TEXT,
  contact_kana TEXT,
  contact_department TEXT,
  email TEXT,
  phone TEXT,
  url TEXT,
  industry TEXT,
  purpose TEXT,
  gbizid TEXT,
  employees INTEGER CHECK (employees >= 0),
  computers INTEGER CHECK (computers >= 0),
  capital_yen INTEGER CHECK (capital_yen >= 0),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  name TEXT NOT NULL,
  kana TEXT,
  department TEXT,
  role TEXT,
  name_en TEXT,
  department_en TEXT,
  role_en TEXT
) STRICT;

CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  name TEXT NOT NULL,
  address TEXT,
  employees INTEGER CHECK (employees >= 0)
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  catalogue TEXT NOT NULL CHECK (catalogue <> ''),
  edition TEXT NOT NULL CHECK (edition <> ''),
  site INTEGER REFERENCES site (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  scope TEXT,
  scope_en TEXT,
  period_start TEXT,
  period_end TEXT,
  person INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  reviewed_by INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;

CREATE TABLE answer (
  assessment INTEGER NOT NULL REFERENCES assessment (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  item TEXT NOT NULL CHECK (item <> ''),
  value TEXT,
  note TEXT,
  statement TEXT,
  statement_en TEXT,
  person INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  at TEXT NOT NULL,
  next_review TEXT,
  reviewed_by INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  PRIMARY KEY (assessment, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length (sha256) = 64),
  size INTEGER NOT NULL CHECK (size = length (data)),
  data BLOB NOT NULL
) STRICT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  sha256 TEXT NOT NULL REFERENCES blob (sha256) ON UPDATE RESTRICT ON DELETE RESTRICT,
  size INTEGER NOT NULL CHECK (size >= 0),
  title TEXT NOT NULL,
  title_en TEXT,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  dated TEXT,
  added_at TEXT NOT NULL,
  person INTEGER REFERENCES person (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

-- kind and ref name a row of any kind, which no foreign key can say.
CREATE TABLE evidence_link (
  evidence INTEGER NOT NULL REFERENCES evidence (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  ref TEXT NOT NULL CHECK (ref <> ''),
  PRIMARY KEY (evidence, kind, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE declaration (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  star INTEGER NOT NULL CHECK (star > 0),
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  account TEXT,
  edition TEXT NOT NULL,
  review TEXT,
  note TEXT
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  declaration INTEGER NOT NULL REFERENCES declaration (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  place TEXT NOT NULL,
  place_en TEXT,
  how TEXT,
  how_en TEXT,
  since TEXT,
  confirmed TEXT
) STRICT;

CREATE TABLE policy (
  version INTEGER PRIMARY KEY CHECK (version > 0),
  established TEXT,
  revised TEXT,
  contact TEXT,
  contact_en TEXT,
  published_place TEXT,
  published_on TEXT,
  parts TEXT NOT NULL,
  parts_en TEXT NOT NULL
) STRICT;

CREATE TABLE issue (
  number TEXT NOT NULL PRIMARY KEY CHECK (number <> ''),
  document TEXT NOT NULL,
  audience TEXT NOT NULL,
  language TEXT NOT NULL,
  options TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  record_hash TEXT NOT NULL CHECK (length (record_hash) = 64)
) STRICT, WITHOUT ROWID;

-- The chain. header and payload are the exact texts that were hashed. Erasing personal data sets
-- salt and payload to NULL; the digest stays, so that the chain still holds.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  header TEXT NOT NULL,
  salt TEXT CHECK (length (salt) = 32),
  payload TEXT CHECK ((payload IS NULL) = (salt IS NULL)),
  payload_digest TEXT NOT NULL CHECK (length (payload_digest) = 64),
  prev_hash TEXT NOT NULL CHECK (length (prev_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length (hash) = 64)
) STRICT;

CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN new.seq <> (SELECT ifnull (max (seq), 0) + 1 FROM event)
  OR new.prev_hash <> ifnull (
    (SELECT hash FROM event ORDER BY seq DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
  SELECT RAISE (ABORT, 'an event follows the newest one');
END;

CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN
  SELECT RAISE (ABORT, 'an event is never removed');
END;

CREATE TRIGGER event_is_fixed BEFORE UPDATE OF seq, header, payload_digest, prev_hash, hash ON event
BEGIN
  SELECT RAISE (ABORT, 'an event is never changed');
END;

CREATE TRIGGER event_is_only_erased BEFORE UPDATE OF salt, payload ON event
WHEN new.salt IS NOT NULL OR new.payload IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'an event is never changed');
END;

-- The highest number ever given to a row of a kind, so that none is given twice.
CREATE TABLE id_counter (
  kind TEXT NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

-- Who is writing: at most one row. host and boot are hashes, so that no name of a computer is kept.
CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  holder TEXT NOT NULL,
  host TEXT NOT NULL,
  boot TEXT NOT NULL,
  namespace TEXT NOT NULL,
  pid INTEGER NOT NULL,
  started INTEGER NOT NULL,
  refreshed_at TEXT NOT NULL
) STRICT;
