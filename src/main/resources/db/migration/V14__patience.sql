-- How long customers have been waiting for an answer, and what came of it.
ALTER TABLE conversation
    ADD COLUMN unanswered_since timestamptz, -- the customer's first message after our last one
    ADD COLUMN replied_at timestamptz,
    ADD COLUMN owned_since timestamptz,
    ADD COLUMN lapses smallint NOT NULL DEFAULT 0, -- who left the customer without an answer, one after the other
    ADD COLUMN escalated smallint NOT NULL DEFAULT 0, -- steps that it has taken while it waits
    ADD COLUMN supervised boolean NOT NULL DEFAULT false; -- only a supervisor gives it to somebody
CREATE INDEX unanswered ON conversation (unanswered_since) WHERE status = 'in_progress' AND unanswered_since IS NOT NULL;
