-- Submitted files, the records that came of them, and what went wrong.

-- One row per workspace: every visible change takes the next number, inside its own transaction and
-- as its last statement, so numbers appear in the order in which changes become visible. A sequence
-- would let a later number be seen before an earlier one, and a watcher would miss it.
CREATE TABLE workspace_revisions (
  workspace_id text PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  revision bigint NOT NULL
);

CREATE TABLE imports (
  id uuid PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  -- Order of creation; the cursor of the list.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  idempotency_key text,
  -- SHA-256 of what was asked for: tells the same request from another one under the same key.
  request_hash text NOT NULL,
  upload_id text NOT NULL,
  file_name text NOT NULL,
  -- Bytes.
  file_size bigint NOT NULL,
  record_type text NOT NULL,
  -- The record type as it was when the import was created; later versions do not touch it.
  record_schema jsonb NOT NULL,
  plan jsonb NOT NULL,
  prediction jsonb,
  status text NOT NULL DEFAULT 'Uploaded'
    CHECK (status IN ('Uploaded', 'Processing', 'PostProcessing', 'Completed', 'Failed')),
  outcome text CHECK (outcome IN ('success', 'partial', 'failed')),
  -- Whoever runs the import takes the next number; a batch only lands under the current one, so a
  -- worker that was believed dead and comes back writes nothing.
  run integer NOT NULL DEFAULT 0,
  -- Runs since the last batch that landed; an import that never gets further is given up.
  attempts integer NOT NULL DEFAULT 0,
  -- Last source row that was committed, 0 before the first; it is committed with its batch.
  checkpoint integer NOT NULL DEFAULT 0,
  -- Rows in each bucket up to the checkpoint.
  ledger jsonb NOT NULL
    DEFAULT '{"created":0,"updated":0,"unchanged":0,"error":0,"excluded":0,"blank":0}',
  rows_total integer,
  cancel_requested_at timestamptz,
  reason jsonb,
  digest text,
  causes jsonb NOT NULL DEFAULT '[]',
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  revision bigint NOT NULL
);
CREATE UNIQUE INDEX imports_of_workspace ON imports (workspace_id, seq);
CREATE UNIQUE INDEX imports_by_key ON imports (workspace_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX imports_by_revision ON imports (workspace_id, revision);
CREATE INDEX imports_open ON imports (workspace_id)
  WHERE status IN ('Uploaded', 'Processing', 'PostProcessing');

-- No foreign keys from here on: they would cost a look-up for each of a million rows, and imports are
-- never deleted under what came of them.
CREATE TABLE records (
  id bigint GENERATED ALWAYS AS IDENTITY,
  workspace_id text NOT NULL,
  record_type text NOT NULL,
  -- Normalised value of the record type's match key.
  match_key text,
  -- Values by field name, typed.
  data jsonb NOT NULL,
  owner text,
  team text,
  -- The import and the row of its file that the record came from; null when added by hand.
  import_id uuid,
  source_row integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, record_type, id)
);
CREATE UNIQUE INDEX records_by_match_key ON records (workspace_id, record_type, match_key)
  WHERE match_key IS NOT NULL;
-- A row of a file becomes at most one record, whatever happens to the worker.
CREATE UNIQUE INDEX records_of_import ON records (import_id, source_row)
  WHERE import_id IS NOT NULL;

-- A record that names another one by a field: contact → company.
CREATE TABLE record_links (
  workspace_id text NOT NULL,
  record_type text NOT NULL,
  record_id bigint NOT NULL,
  field text NOT NULL,
  target_type text NOT NULL,
  target_id bigint NOT NULL,
  PRIMARY KEY (workspace_id, record_type, record_id, field)
);

-- Rows of the file that became no record: those that failed, and those that were not submitted.
CREATE TABLE error_records (
  import_id uuid NOT NULL,
  source_row integer NOT NULL,
  workspace_id text NOT NULL,
  bucket text NOT NULL CHECK (bucket IN ('error', 'excluded')),
  -- The original cells, as text, in the file's order.
  cells jsonb NOT NULL,
  issues jsonb NOT NULL,
  PRIMARY KEY (import_id, source_row)
);

-- One row per issue of a row that failed: causes are counted from these and paged by them.
CREATE TABLE error_issues (
  import_id uuid NOT NULL,
  source_row integer NOT NULL,
  ordinal smallint NOT NULL,
  workspace_id text NOT NULL,
  code text NOT NULL,
  severity text NOT NULL,
  column_index integer,
  field text,
  -- The cell's text, where the code is grouped by value.
  value text,
  PRIMARY KEY (import_id, source_row, ordinal)
);
CREATE INDEX error_issues_by_cause ON error_issues (import_id, code, column_index, source_row);
