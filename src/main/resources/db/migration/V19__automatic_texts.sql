-- When a customer was last told something by Rota itself.
CREATE TABLE automatic_text (
    number   text        NOT NULL,
    customer bigint      NOT NULL REFERENCES customer ON DELETE CASCADE,
    occasion text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (customer, number, occasion)
);
