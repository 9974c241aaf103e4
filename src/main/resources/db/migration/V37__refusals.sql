-- What engines proposed and was refused: the latest ones, also when they have been mended since.

CREATE TABLE refusal (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    engine    text        NOT NULL,
    rules     text        NOT NULL, -- a hash
    at        timestamptz NOT NULL,
    problems  jsonb       NOT NULL,
    mended_at timestamptz           -- when that engine next proposed something that was not refused
);
CREATE INDEX ON refusal (engine) WHERE mended_at IS NULL;

INSERT INTO refusal (engine, rules, at, problems)
SELECT engine, rules, at, problems FROM proposal WHERE problems <> '[]' ORDER BY at;
