/** The journal's tables. Finished executions stay: their rows are the history. */
export const schema = `
CREATE TABLE IF NOT EXISTS definitions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  arn TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (name, arn, text)
) STRICT;

CREATE TABLE IF NOT EXISTS executions (
  id INTEGER PRIMARY KEY,
  arn TEXT NOT NULL UNIQUE,
  machine TEXT NOT NULL,
  name TEXT NOT NULL,
  definition INTEGER NOT NULL,
  start_at TEXT NOT NULL,
  input TEXT NOT NULL,
  status TEXT NOT NULL,
  started INTEGER NOT NULL,
  stopped INTEGER,
  output TEXT,
  error TEXT,
  cause TEXT,
  redrives INTEGER NOT NULL,
  link_execution INTEGER,
  link_thread INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS linked ON executions (link_execution) WHERE link_execution IS NOT NULL;

-- One row a transition: the events that it wrote, as a JSON array, and the execution's counts after it.
CREATE TABLE IF NOT EXISTS history (
  execution INTEGER NOT NULL,
  first INTEGER NOT NULL,
  next_event INTEGER NOT NULL,
  next_thread INTEGER NOT NULL,
  transitions INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (execution, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS threads (
  execution INTEGER NOT NULL,
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  frame TEXT NOT NULL,
  progress TEXT NOT NULL,
  PRIMARY KEY (execution, id)
) STRICT, WITHOUT ROWID;

-- The ids are in the order in which the timers were set.
CREATE TABLE IF NOT EXISTS timers (
  id INTEGER NOT NULL,
  execution INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  kind TEXT NOT NULL,
  due REAL NOT NULL,
  span REAL NOT NULL,
  PRIMARY KEY (execution, thread, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS due ON timers (due, id);

CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY,
  execution INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  outcome TEXT,
  closed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
