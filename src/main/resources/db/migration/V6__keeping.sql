-- What is kept, for how long, and what was done about it by hand.

-- When something last came for a number; kept with the figures, so that no other row is written for it.
ALTER TABLE ledger ADD COLUMN last_at timestamptz;

-- While a parked event is tried again its row stays, since its bytes may be nowhere else; replayed_at says so.
ALTER TABLE parked ADD COLUMN attempts smallint NOT NULL DEFAULT 1;
ALTER TABLE parked ADD COLUMN replayed_at timestamptz;
CREATE INDEX ON parked (id DESC) WHERE replayed_at IS NULL;

-- Who put a parked event back into its lane, and how often it had been tried until then.
CREATE TABLE replay (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event    bigint      NOT NULL,
    at       timestamptz NOT NULL,
    by       text        NOT NULL,
    attempts integer     NOT NULL
);
CREATE INDEX ON replay (event);

-- Who erased which customer, and how much that was; nothing of what it was.
CREATE TABLE erasure (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer bigint      NOT NULL,
    at       timestamptz NOT NULL,
    by       text        NOT NULL,
    counts   jsonb       NOT NULL
);

-- Drops one day of the journal, unless something of it is still to be done. The parent's lock is the only one that an
-- append could wait for: it is waited for no longer than the patience, and under it nothing is read but a short list of
-- what is pending. With a long list there is no hurry to drop anything.
CREATE FUNCTION journal_drop_day(day date, patience_ms integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    begins timestamptz := day::timestamp AT TIME ZONE 'UTC';
    ends   timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
    IF NOT pg_try_advisory_xact_lock(7683, 2) OR to_regclass('journal_' || to_char(day, 'YYYYMMDD')) IS NULL THEN
        RETURN false;
    END IF;
    IF (SELECT count(*) FROM (SELECT FROM pending LIMIT 10001) short) > 10000
        OR EXISTS (SELECT FROM pending WHERE received_at >= begins AND received_at < ends) THEN
        RETURN false;
    END IF;
    PERFORM set_config('lock_timeout', patience_ms || 'ms', true);
    LOCK TABLE ONLY journal IN ACCESS EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM pending WHERE received_at >= begins AND received_at < ends) THEN
        RETURN false;
    END IF;
    EXECUTE format('DROP TABLE %I', 'journal_' || to_char(day, 'YYYYMMDD'));
    RETURN true;
END $$;
