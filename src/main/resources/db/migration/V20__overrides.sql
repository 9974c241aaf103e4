-- What operations say over the rules for a time, and which conversations that concerned.

CREATE TABLE override (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    match      jsonb       NOT NULL CHECK (match <> '{}'), -- what each fact has to be
    queue      text        NOT NULL,
    created_at timestamptz NOT NULL,
    until      timestamptz NOT NULL,
    by         text        NOT NULL,
    why        text        NOT NULL,
    ended_at   timestamptz,
    ended_by   text,                 -- 'rota' when its time was over
    CHECK (created_at < until),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX ON override (id) WHERE ended_at IS NULL;

-- What sent it there, whatever the rules said.
ALTER TABLE decision ADD COLUMN override bigint REFERENCES override;

-- Where an override fitted. The mark is in force as long as the override is, and its conversation is not decided otherwise.
CREATE TABLE overridden (
    conversation bigint      NOT NULL REFERENCES conversation,
    override     bigint      NOT NULL REFERENCES override,
    at           timestamptz NOT NULL,
    epoch        integer     NOT NULL, -- at which it found the conversation
    kind         text        NOT NULL CHECK (kind IN ('moved', 'stayed', 'in_progress')),
    from_queue   text        NOT NULL,
    left_at      timestamptz,          -- when the conversation was decided otherwise
    PRIMARY KEY (conversation, override)
);
CREATE INDEX ON overridden (override);
