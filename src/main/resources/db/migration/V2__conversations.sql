-- Customers, their conversations, and who was responsible when.

CREATE SEQUENCE customer_id;

CREATE TABLE customer (
    id         bigint PRIMARY KEY,
    name       text,
    created_at timestamptz NOT NULL
);
-- People search for a part of a name or of a phone.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX customer_name_part ON customer USING gin (name gin_trgm_ops);

-- A customer is a set of ids; an id belongs to one customer.
CREATE TABLE customer_identity (
    kind     text   NOT NULL CHECK (kind IN ('BSUID', 'WA_ID')),
    value    text   NOT NULL,
    customer bigint NOT NULL REFERENCES customer,
    PRIMARY KEY (kind, value)
);
CREATE INDEX ON customer_identity (customer);
CREATE INDEX customer_phone_part ON customer_identity USING gin (value gin_trgm_ops) WHERE kind = 'WA_ID';

-- What the company knows of its customers; routes/sql/customer.sql reads it. Fill it from the CRM, or change the query.
CREATE TABLE customer_profile (
    wa_id      text  PRIMARY KEY,
    name       text,
    tier       text,
    city       text,
    attributes jsonb NOT NULL DEFAULT '{}'
);

-- The second half of a protocol number such as 20261124-004217.
CREATE SEQUENCE protocol_number;
CREATE SEQUENCE conversation_id;

CREATE TABLE conversation (
    id               bigint PRIMARY KEY,
    protocol         text        COLLATE "C" NOT NULL UNIQUE,
    number           text        NOT NULL,
    customer         bigint      NOT NULL REFERENCES customer,
    status           text        NOT NULL CHECK (status IN ('waiting', 'in_progress', 'closed')),
    queue            text        NOT NULL,
    request_type     text        NOT NULL,
    priority         smallint    NOT NULL,
    skill            text,
    owner            text,
    epoch            integer     NOT NULL,
    opened_at        timestamptz NOT NULL,
    waiting_since    timestamptz,
    waiting_reason   text,
    given_back_by    text,
    last_message_at  timestamptz NOT NULL,
    last_customer_at timestamptz,
    closed_at        timestamptz,
    CHECK ((status = 'in_progress') = (owner IS NOT NULL)),
    CHECK ((status = 'waiting') = (waiting_since IS NOT NULL)),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX one_open_conversation ON conversation (number, customer) WHERE status <> 'closed';
CREATE INDEX waiting_in_order ON conversation (queue, priority DESC, waiting_since, id) WHERE status = 'waiting';
CREATE INDEX ON conversation (customer, id DESC);
CREATE INDEX ON conversation (owner) WHERE status = 'in_progress';
-- By closing, never by last message: in no index, it changes in place with each message.
CREATE INDEX closed_in_order ON conversation (closed_at DESC, id DESC) WHERE status = 'closed';
CREATE INDEX closed_by_queue ON conversation (queue, closed_at DESC, id DESC) WHERE status = 'closed';
CREATE INDEX conversation_protocol_end ON conversation (split_part(protocol, '-', 2));

-- Every change of a conversation, in a chain: each epoch needs the one before it, so none is missing.
CREATE TABLE change (
    conversation bigint      NOT NULL REFERENCES conversation,
    epoch        integer     NOT NULL CHECK (epoch >= 1),
    previous     integer GENERATED ALWAYS AS (nullif(epoch - 1, 0)) STORED,
    at           timestamptz NOT NULL,
    what         text        NOT NULL,
    by           text        NOT NULL,
    why          text        NOT NULL,
    status       text        NOT NULL,
    queue        text        NOT NULL,
    owner        text,
    PRIMARY KEY (conversation, epoch),
    FOREIGN KEY (conversation, previous) REFERENCES change (conversation, epoch)
);

CREATE TABLE assignment (
    conversation bigint      NOT NULL REFERENCES conversation,
    epoch        integer     NOT NULL,
    agent        text        NOT NULL,
    from_at      timestamptz NOT NULL,
    to_at        timestamptz,
    by           text        NOT NULL,
    why          text        NOT NULL,
    because      jsonb       NOT NULL,
    PRIMARY KEY (conversation, epoch),
    FOREIGN KEY (conversation, epoch) REFERENCES change (conversation, epoch)
);
CREATE UNIQUE INDEX one_responsible_agent ON assignment (conversation) WHERE to_at IS NULL;

-- Taken and given back in the transaction of the assignment, and never beyond the agent's capacity.
CREATE TABLE agent_load (
    agent text    PRIMARY KEY,
    open  integer NOT NULL CHECK (open >= 0)
) WITH (fillfactor = 50);

CREATE TABLE decision (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation bigint      NOT NULL REFERENCES conversation,
    event        bigint      NOT NULL,
    at           timestamptz NOT NULL,
    request_type text        NOT NULL,
    queue        text        NOT NULL,
    priority     smallint    NOT NULL,
    skill        text,
    route_set    text        NOT NULL,
    because      jsonb       NOT NULL,
    inquiry      jsonb       NOT NULL
);
CREATE INDEX ON decision (conversation, id DESC);

CREATE TABLE message (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation bigint      NOT NULL REFERENCES conversation,
    event        bigint UNIQUE,
    wamid        text,
    direction    text        NOT NULL CHECK (direction IN ('in', 'out')),
    type         text        NOT NULL,
    text         text        NOT NULL,
    at           timestamptz NOT NULL,
    status       text,
    rank         smallint    NOT NULL DEFAULT 0,
    error        text,
    author       text
);
CREATE INDEX ON message (conversation, id);
CREATE UNIQUE INDEX message_wamid ON message (wamid) WHERE wamid IS NOT NULL AND direction = 'out';

-- News of messages that we don't know yet, or never will: joined when the id becomes known.
CREATE TABLE message_progress (
    wamid  text        PRIMARY KEY,
    status text        NOT NULL,
    rank   smallint    NOT NULL,
    at     timestamptz NOT NULL,
    error  text
);

-- What the screens follow. Read by transaction id below the oldest one still running, so that nothing is skipped.
CREATE TABLE feed (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at           timestamptz NOT NULL DEFAULT now(),
    conversation bigint      NOT NULL,
    PRIMARY KEY (xid, id)
);
