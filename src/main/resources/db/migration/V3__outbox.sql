-- What downstreams and customers must still be told, and what they answered.

CREATE TABLE delivery (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    downstream   text        NOT NULL,
    conversation bigint      NOT NULL REFERENCES conversation,
    kind         text        NOT NULL CHECK (kind IN ('ticket', 'message', 'note', 'status', 'reply')),
    reference    bigint      NOT NULL,
    body         bytea       NOT NULL,
    state        text        NOT NULL CHECK (state IN ('due', 'sending', 'done', 'parked', 'ambiguous')),
    attempts     integer     NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    not_before   timestamptz NOT NULL, -- when it may be tried next; while it is being sent, when its lease ends
    lease_token  uuid,
    outcome      text,
    ticket_id    text,
    link         text,
    last_error   text,
    UNIQUE (downstream, conversation, kind, reference)
) WITH (fillfactor = 80);
CREATE INDEX delivery_open ON delivery (downstream, conversation, id) WHERE state IN ('due', 'sending');
CREATE INDEX delivery_due ON delivery (downstream, not_before, id) WHERE state IN ('due', 'sending');
CREATE INDEX ON delivery (conversation, id);
CREATE INDEX delivery_stuck ON delivery (state, id DESC) WHERE state IN ('parked', 'ambiguous');

-- Which ticket a conversation has at which downstream.
CREATE TABLE ticket (
    downstream   text   NOT NULL,
    conversation bigint NOT NULL REFERENCES conversation,
    ticket_id    text   NOT NULL,
    link         text,
    PRIMARY KEY (downstream, conversation)
);
