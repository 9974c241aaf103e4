-- The journal: every accepted event, stored once and never changed; and the work that is still to be done on it.

-- What makes an event the same when it comes again. Not partitioned and never expired: Meta's signature has no
-- timestamp, so a captured body could be sent again at any time.
CREATE TABLE event_key (
    key uuid PRIMARY KEY
);

CREATE SEQUENCE journal_id;

CREATE TABLE journal (
    id          bigint      NOT NULL,
    key         uuid        NOT NULL,
    kind        text        NOT NULL,
    lane        smallint    NOT NULL,
    number      text        NOT NULL,
    received_at timestamptz NOT NULL,
    body        bytea       NOT NULL
) PARTITION BY RANGE (received_at);

-- Catches what no day's partition takes, so that a missed day never refuses an event.
CREATE TABLE journal_default PARTITION OF journal DEFAULT;
CREATE INDEX ON journal (id);

CREATE FUNCTION journal_create_partitions(first date, days integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    day date;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('journal_create_partitions'));
    FOR day IN SELECT first + n FROM generate_series(0, days - 1) n LOOP
        EXECUTE format(
            'CREATE TABLE IF NOT EXISTS %I PARTITION OF journal FOR VALUES FROM (%L) TO (%L)',
            'journal_' || to_char(day, 'YYYYMMDD'),
            day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
    END LOOP;
END $$;

-- Work still to do; a row goes when its effects are committed. `holder` is the token of the engine that has it.
CREATE TABLE pending (
    id          bigint      PRIMARY KEY,
    lane        smallint    NOT NULL,
    number      text        NOT NULL,
    received_at timestamptz NOT NULL,
    holder      uuid,
    attempts    smallint    NOT NULL DEFAULT 0,
    not_before  timestamptz
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Copied out of the journal, so that they outlive its retention.
CREATE TABLE parked (
    id          bigint      PRIMARY KEY,
    key         uuid        NOT NULL,
    kind        text        NOT NULL,
    lane        smallint    NOT NULL,
    number      text        NOT NULL,
    received_at timestamptz NOT NULL,
    body        bytea       NOT NULL,
    reason      text        NOT NULL,
    parked_at   timestamptz NOT NULL
);

-- Figures kept in the transactions that they count; a row for each engine, so that engines don't wait for each other.
CREATE TABLE ledger (
    number text   NOT NULL,
    engine text   NOT NULL,
    figure text   NOT NULL CHECK (figure IN ('received', 'duplicate', 'handled', 'parked')),
    count  bigint NOT NULL,
    PRIMARY KEY (number, engine, figure)
) WITH (fillfactor = 50);

-- Who works off which lane. The token changes with every start of an engine: what an earlier life held is not ours.
CREATE TABLE engine (
    name        text        PRIMARY KEY,
    token       uuid        NOT NULL,
    alive_until timestamptz NOT NULL
);

CREATE TABLE lane (
    lane        smallint    PRIMARY KEY,
    engine      text,
    lease_until timestamptz
);
INSERT INTO lane SELECT n FROM generate_series(0, 63) n;
