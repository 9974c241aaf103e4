-- Switchovers: which were scheduled, which have been made, and what became of each conversation.

CREATE TABLE switchover (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    calendar   text        NOT NULL,
    at         timestamptz NOT NULL,
    ending     text,
    beginning  text,
    origin     text        NOT NULL CHECK (origin IN ('calendar', 'operations')),
    policy     text,                 -- for all queues; null when each has its own
    extra      text,                 -- the shift that is worked out of its time, which makes it a switchover
    extra_from timestamptz,
    extra_until timestamptz,
    state      text        NOT NULL CHECK (state IN ('planned', 'done', 'undone', 'cancelled')),
    by         text        NOT NULL,
    why        text        NOT NULL,
    created_at timestamptz NOT NULL,
    done_at    timestamptz,
    done_by    text,
    ended_at   timestamptz,          -- when it was undone or cancelled
    ended_by   text,
    CHECK (ending IS NOT NULL OR beginning IS NOT NULL),
    CHECK (extra IS NULL OR origin = 'operations' AND extra_from < extra_until),
    CHECK ((state IN ('done', 'undone')) = (done_at IS NOT NULL)),
    CHECK ((state IN ('undone', 'cancelled')) = (ended_at IS NOT NULL))
);
-- Whatever two engines, a restart or a new roster make of it: an edge is applied once, and an undone one never again.
CREATE UNIQUE INDEX each_edge_once ON switchover (calendar, at) WHERE state <> 'cancelled';
CREATE INDEX ON switchover (at DESC, id DESC);

-- Up to when all edges of a calendar have been applied.
CREATE TABLE switchover_watermark (
    calendar text        PRIMARY KEY,
    at       timestamptz NOT NULL
);

-- What became of a conversation, and what its new owner should know at a glance: no words, only where they stand.
CREATE TABLE switchover_item (
    switchover    bigint      NOT NULL REFERENCES switchover,
    conversation  bigint      NOT NULL REFERENCES conversation,
    place         integer     NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('kept', 'kept_for', 'handed_over', 'returned', 'moved')),
    epoch         integer     NOT NULL, -- which it led to; that before it where nothing changed
    from_queue    text        NOT NULL,
    from_owner    text,
    queue         text        NOT NULL,
    owner         text,
    until         timestamptz,
    why           text        NOT NULL,
    decided       bigint,               -- the decision that held before it was decided again
    question      bigint,               -- the message with the customer's last question
    waiting_since timestamptz,          -- since when the customer has had no answer
    window_closes timestamptz,
    undone        text,                 -- what the undoing made of it: 'restored', or why it was not
    PRIMARY KEY (switchover, conversation)
);
CREATE INDEX ON switchover_item (conversation, switchover DESC);

-- Conversations that stay for a time with an owner who has gone home; each goes back when that is over.
CREATE TABLE kept_conversation (
    conversation bigint      PRIMARY KEY REFERENCES conversation,
    epoch        integer     NOT NULL,
    until        timestamptz NOT NULL
);
CREATE INDEX ON kept_conversation (until);
