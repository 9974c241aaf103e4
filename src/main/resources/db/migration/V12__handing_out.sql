-- How work is handed out: in which order, to whom, and what is declared of them.

-- A step of priority is worth some time of waiting, so what waits has a place that nothing overtakes for ever.
ALTER TABLE conversation
    ADD COLUMN weight smallint NOT NULL DEFAULT 100 CHECK (weight BETWEEN 0 AND 100), -- in its agent's load, in hundredths
    ADD COLUMN aging integer NOT NULL DEFAULT 600 CHECK (aging > 0), -- seconds that are worth one step of priority
    ADD COLUMN place timestamp GENERATED ALWAYS AS
        (timezone('UTC', waiting_since) - priority * aging * interval '1 second') STORED;
DROP INDEX waiting_in_order;
CREATE INDEX waiting_in_order ON conversation (queue, place, id) WHERE status = 'waiting';

-- Why whatever has no reason of its own waits in a queue.
CREATE TABLE queue_reason (
    queue  text PRIMARY KEY,
    reason text NOT NULL
);

-- What an agent's conversations weigh, which never passes the capacity; and what was declared last of the agent.
ALTER TABLE agent_load
    ADD COLUMN weight integer NOT NULL DEFAULT 0 CHECK (weight >= 0), -- in hundredths of a conversation
    ADD COLUMN idle_since timestamptz,
    ADD COLUMN presence text CHECK (presence IN ('available', 'break', 'away')),
    ADD COLUMN presence_since timestamptz,
    ADD COLUMN presence_until timestamptz,
    ADD COLUMN presence_by text,
    ADD CHECK ((presence IS NULL) = (presence_since IS NULL) AND (presence IS NULL) = (presence_by IS NULL));
UPDATE agent_load SET weight = open * 100;

-- Whose turn it was last in queues that go round.
CREATE TABLE agent_turn (
    queue text   NOT NULL,
    agent text   NOT NULL,
    turn  bigint NOT NULL,
    PRIMARY KEY (queue, agent)
);
