-- Every shape of what is said, customers as sets of ids that change, and what numbers' accounts have to tell.

-- content holds what is more than words, so it stays null for most; timed tells whether Meta's time could be believed.
ALTER TABLE message
    ADD COLUMN about     text,
    ADD COLUMN content   jsonb,
    ADD COLUMN member    text,
    ADD COLUMN timed     boolean NOT NULL DEFAULT true,
    ADD COLUMN forwarded boolean NOT NULL DEFAULT false;
-- Placeholders wait for their content, which comes under the same id; there are few.
CREATE INDEX message_placeholder ON message (wamid) WHERE type = 'unsupported';

ALTER TABLE customer
    ADD COLUMN username text,
    ADD COLUMN named_at timestamptz;

-- An id belongs to one customer at a time, but for a phone that was told: several may tell the same. An id that a
-- customer has left is kept with its end and recognises nobody from then on.
ALTER TABLE customer_identity
    DROP CONSTRAINT customer_identity_pkey,
    DROP CONSTRAINT customer_identity_kind_check,
    ADD CHECK (kind IN ('GROUP', 'BSUID', 'PARENT', 'WA_ID', 'PHONE')),
    ADD COLUMN until timestamptz;
CREATE UNIQUE INDEX one_customer_at_a_time ON customer_identity
    (kind, value, (CASE WHEN kind = 'PHONE' THEN customer ELSE 0 END), (coalesce(until, timestamptz 'infinity')));
DROP INDEX customer_phone_part;
CREATE INDEX customer_phone_part ON customer_identity USING gin (value gin_trgm_ops) WHERE kind IN ('WA_ID', 'PHONE');

-- Two customers who may be one person: nobody but a person may decide that.
CREATE TABLE customer_candidate (
    customer bigint      NOT NULL REFERENCES customer,
    other    bigint      NOT NULL REFERENCES customer,
    reason   text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (customer, other),
    CHECK (customer < other)
);
CREATE INDEX ON customer_candidate (other);

-- What a customer wants to hear of; the latest word counts.
CREATE TABLE customer_preference (
    customer bigint      NOT NULL REFERENCES customer,
    category text        NOT NULL,
    wanted   boolean     NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (customer, category)
);

-- Where a reply goes: the id that the customer's latest message came from.
ALTER TABLE conversation
    ADD COLUMN reply_kind text,
    ADD COLUMN reply_to   text,
    ADD COLUMN reply_at   timestamptz;
UPDATE conversation c SET reply_kind = i.kind, reply_to = i.value, reply_at = c.last_customer_at
FROM (SELECT DISTINCT ON (customer) customer, kind, value
      FROM customer_identity ORDER BY customer, kind DESC, value) i
WHERE i.customer = c.customer;

-- News for who runs the numbers, without a word of a customer's.
CREATE TABLE notice (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event    bigint      NOT NULL,
    number   text        NOT NULL,
    about    text        NOT NULL,
    sentence text        NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX ON notice (at);
