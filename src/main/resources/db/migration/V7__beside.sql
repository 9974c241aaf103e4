-- Rota beside what a company has: webhooks that go on as they came, and conversations of which it only says what it
-- would do.

-- A copy of a webhook is about no conversation.
ALTER TABLE delivery
    ALTER COLUMN conversation DROP NOT NULL,
    DROP CONSTRAINT delivery_kind_check,
    ADD CONSTRAINT delivery_kind_check CHECK (kind IN ('ticket', 'message', 'note', 'status', 'reply', 'copy')),
    ADD CHECK ((kind = 'copy') = (conversation IS NULL));
CREATE UNIQUE INDEX one_copy ON delivery (downstream, reference) WHERE conversation IS NULL;

-- A conversation of a number in shadow mode is never open: it is closed from its beginning, again with each message,
-- and the time since then says whether the next message continues it. So nothing that works on open conversations can
-- find it, and the lists of closed ones leave it out without looking at it.
ALTER TABLE conversation
    ADD COLUMN shadow boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT shadow OR status = 'closed');
DROP INDEX closed_in_order, closed_by_queue;
CREATE INDEX closed_in_order ON conversation (closed_at DESC, id DESC) WHERE status = 'closed' AND NOT shadow;
CREATE INDEX closed_by_queue ON conversation (queue, closed_at DESC, id DESC) WHERE status = 'closed' AND NOT shadow;

-- What would have become of it: whose it would be, or why it would wait.
CREATE TABLE shadow_assignment (
    conversation bigint      PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    event        bigint      NOT NULL, -- of the message that it began with
    decided      bigint      NOT NULL, -- of the message whose decision holds
    at           timestamptz NOT NULL, -- when the conversation began
    agent        text,
    reason       text        NOT NULL,
    because      jsonb       NOT NULL
);
CREATE INDEX ON shadow_assignment (at DESC, conversation DESC);
