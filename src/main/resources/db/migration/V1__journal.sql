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

-- Attached, not created in place: that would wait for every reader and let no append pass meanwhile. A day of which
-- the default partition has events already (a clock was wrong) stays there.
CREATE FUNCTION journal_create_partitions(first date, days integer) RETURNS void LANGUAGE plpgsql
SET lock_timeout = '1s' AS $$
DECLARE
    day  date;
    part text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('journal_create_partitions'));
    FOR day IN SELECT first + n FROM generate_series(0, days - 1) n LOOP
        part := 'journal_' || to_char(day, 'YYYYMMDD');
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE %I (LIKE journal)', part);
            EXECUTE format(
                'ALTER TABLE journal ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                part, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
        EXCEPTION WHEN check_violation THEN
            RAISE WARNING 'journal: the events of % stay in journal_default', day;
        END;
    END LOOP;
END $$;

-- Work still to do; a row goes when its effects are committed. Read by lane, in order.
CREATE TABLE pending (
    lane        smallint    NOT NULL,
    id          bigint      NOT NULL,
    number      text        NOT NULL,
    received_at timestamptz NOT NULL,
    attempts    smallint    NOT NULL DEFAULT 0,
    not_before  timestamptz,
    PRIMARY KEY (lane, id)
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

-- Engines, living and gone. Every start of an engine draws a new token: what an earlier life held is fenced off.
-- Tokens are drawn one registration at a time, so that the newest one committed tells whether anybody came since.
CREATE SEQUENCE engine_token AS integer;
CREATE TABLE engine (
    name        text        PRIMARY KEY,
    token       integer     NOT NULL,
    alive_until timestamptz NOT NULL,
    gone_at     timestamptz
) WITH (fillfactor = 50);

-- Which engine works off which lane: the holder is an engine's token. A lane is suspect when its holder died: the
-- event that was in work there may be what killed it.
CREATE TABLE lane (
    lane    smallint PRIMARY KEY,
    holder  integer,
    suspect boolean  NOT NULL DEFAULT false
) WITH (fillfactor = 50);
INSERT INTO lane SELECT n FROM generate_series(0, 63) n;

-- Whether an engine may write. Until the transaction ends nobody can declare it gone (that takes the same lock
-- alone), and what it finds after a wait is new: in a volatile function each statement has its own snapshot.
CREATE FUNCTION engine_may_write(engine_token integer) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7682, engine_token);
    RETURN EXISTS (SELECT FROM engine WHERE token = engine_token AND gone_at IS NULL);
END $$;
