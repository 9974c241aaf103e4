-- Who had what tried again that had been given up, and how often it had been tried until then.

-- Deliveries, and what helpdesks told; of the latter the row itself is gone once it is done.
CREATE TABLE again (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('delivery', 'callback')),
    item       bigint      NOT NULL,
    downstream text        NOT NULL,
    at         timestamptz NOT NULL,
    by         text        NOT NULL,
    attempts   integer     NOT NULL
);
CREATE INDEX ON again (kind, item, id DESC);

-- What was delivered today is counted without looking through what was delivered before.
CREATE INDEX delivery_settled ON delivery USING brin (not_before) WITH (autosummarize = on);
