-- What downstreams tell of their tickets, and what became of it.

-- What a downstream said, kept before it is answered; the row goes when all that it says is done. What was asked for
-- (polled) is news already, what came by itself is as it came.
CREATE TABLE callback (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    downstream  text        NOT NULL,
    received_at timestamptz NOT NULL,
    polled      boolean     NOT NULL,
    body        bytea       NOT NULL,
    state       text        NOT NULL CHECK (state IN ('due', 'working', 'parked')),
    attempts    integer     NOT NULL DEFAULT 0,
    not_before  timestamptz NOT NULL, -- when it may be tried next; while it is in work, when its lease ends
    lease_token uuid,
    reason      text
) WITH (fillfactor = 80);
CREATE INDEX callback_open ON callback (downstream, id) WHERE state <> 'parked';

-- How far a downstream that says nothing by itself has been asked, and when it is asked again.
CREATE TABLE poll (
    downstream text        PRIMARY KEY,
    cursor     text,
    next_at    timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Each piece of news once, for ever: a signed body could be sent again at any time.
CREATE TABLE ticket_news (
    downstream   text        NOT NULL,
    key          text        NOT NULL,
    conversation bigint      NOT NULL REFERENCES conversation,
    what         text        NOT NULL CHECK (what IN ('reply', 'note', 'owner', 'status')),
    outcome      text        NOT NULL CHECK (outcome IN ('done', 'nothing', 'refused')),
    reason       text,
    at           timestamptz NOT NULL,
    PRIMARY KEY (downstream, key)
);
CREATE INDEX ON ticket_news (conversation);

CREATE INDEX ticket_there ON ticket (downstream, ticket_id);
