-- How fast downstreams may be asked, and whether at all; over all engines.

-- Until when what was taken has used up a downstream's share of requests: the "theoretical arrival time" of the
-- generic cell rate algorithm (ITU-T I.371).
CREATE TABLE budget (
    downstream  text        PRIMARY KEY,
    spent_until timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Downstreams that can't be used at present: nobody asks them, until one delivery tries again.
CREATE TABLE open_circuit (
    downstream text        PRIMARY KEY,
    since      timestamptz NOT NULL,
    reason     text        NOT NULL,
    probes     integer     NOT NULL DEFAULT 0,
    probe_at   timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Why an answer went out though its author had not seen all that was said.
ALTER TABLE message ADD COLUMN anyway text;
