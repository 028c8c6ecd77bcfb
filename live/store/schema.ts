/** Marks a SQLite file as a session of this program: "Fork" in ASCII. */
export const APPLICATION_ID = 0x466F726B
/** Grows when the tables change. */
export const SCHEMA_VERSION = 2

export const SCHEMA = `
  CREATE TABLE session (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    rehearsal INTEGER NOT NULL,
    presenter_key TEXT NOT NULL,
    voter_secret TEXT NOT NULL,
    position TEXT,
    activities TEXT NOT NULL
  ) STRICT;
  CREATE TABLE rounds (
    poll TEXT NOT NULL,
    round INTEGER NOT NULL,
    phase TEXT NOT NULL,
    definition TEXT NOT NULL,
    opened_at TEXT,
    closed_at TEXT,
    floor INTEGER NOT NULL,
    hands TEXT,
    hidden TEXT NOT NULL,
    movement TEXT,
    PRIMARY KEY (poll, round)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE answers (
    poll TEXT NOT NULL,
    round INTEGER NOT NULL,
    voter TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (poll, round, voter)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX answers_by_voter ON answers (voter);
  CREATE TABLE log (
    line INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    section TEXT NOT NULL
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`
