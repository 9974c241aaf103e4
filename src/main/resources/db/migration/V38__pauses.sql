-- Queues that hand out nothing for a time, since a person said so.

CREATE TABLE pause (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    queue    text        NOT NULL,
    at       timestamptz NOT NULL,
    until    timestamptz NOT NULL,
    by       text        NOT NULL,
    why      text        NOT NULL,
    ended_at timestamptz,          -- when somebody ended it before its time
    ended_by text,
    CHECK (at < until),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX ON pause (queue, until) WHERE ended_at IS NULL;
