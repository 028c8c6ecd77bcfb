/** Marks a SQLite file as a session of this program: "Fork" in ASCII. */
export const APPLICATION_ID = 0x466F726B
/** Grows when the tables change; `sqlite-migrate.ts` brings older files here. */
export const SCHEMA_VERSION = 3

/** `session` holds what never changes, `state` the session as a value, `open_round` the one round that takes answers. */
export const SCHEMA = `
  CREATE TABLE session (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    started_at TEXT NOT NULL,
    rehearsal INTEGER NOT NULL,
    presenter_key TEXT NOT NULL,
    voter_secret TEXT NOT NULL
  ) STRICT;
  CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    session TEXT NOT NULL
  ) STRICT;
  CREATE TABLE open_round (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    poll TEXT NOT NULL,
    round INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE rounds (
    poll TEXT NOT NULL,
    round INTEGER NOT NULL,
    asked TEXT NOT NULL,
    tally TEXT,
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
