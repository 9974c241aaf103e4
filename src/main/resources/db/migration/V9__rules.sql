-- The files that decide, and when which of them came into force.

-- Everything that swaps as one, by the hash of its content: a past decision can run again by the rules that made it.
CREATE TABLE rules (
    hash text PRIMARY KEY
);

CREATE TABLE rules_file (
    rules text  NOT NULL REFERENCES rules ON DELETE CASCADE,
    name  text  NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (rules, name)
);

-- Every time that other rules came into force. The newest row says what is in force now, on every engine.
CREATE TABLE swap (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rules  text        NOT NULL REFERENCES rules ON DELETE CASCADE,
    at     timestamptz NOT NULL,
    engine text        NOT NULL
);

-- What each engine proposed last: it proposes again when its folders have another content, and follows until then.
CREATE TABLE proposal (
    engine   text        PRIMARY KEY,
    rules    text        NOT NULL, -- a hash; of what was refused no files are kept
    at       timestamptz NOT NULL,
    problems jsonb       NOT NULL
);

-- By which rules a conversation was decided last, or looked at.
ALTER TABLE conversation ADD COLUMN rules text NOT NULL DEFAULT '';
CREATE INDEX waiting_by_rules ON conversation (rules) WHERE status = 'waiting';

-- Which steps of conversations a swap led to.
CREATE TABLE moved (
    swap         bigint  NOT NULL REFERENCES swap ON DELETE CASCADE,
    conversation bigint  NOT NULL,
    epoch        integer NOT NULL,
    PRIMARY KEY (swap, conversation, epoch),
    FOREIGN KEY (conversation, epoch) REFERENCES change (conversation, epoch)
);
