-- Templates as Meta has them, who wants no marketing from which number, who began a conversation, and notes.

-- Which WhatsApp Business account a number belongs to; numbers of one account have the same templates.
CREATE TABLE number_account (
    number  text PRIMARY KEY,
    account text NOT NULL
);
CREATE TABLE template_account (
    account    text        PRIMARY KEY,
    due_at     timestamptz NOT NULL, -- when its list is fetched next; while it is being fetched, when that is given up
    fetched_at timestamptz,
    problem    text
);
CREATE TABLE template (
    account  text  NOT NULL REFERENCES template_account ON DELETE CASCADE,
    name     text  NOT NULL,
    language text  NOT NULL,
    category text  NOT NULL,
    status   text  NOT NULL,
    text     text  NOT NULL,
    gaps     jsonb NOT NULL, -- what a message fills, in order
    obstacle text,           -- why Rota can't send it
    PRIMARY KEY (account, name, language)
);

-- What was said before numbers were told apart counts for all: its number is empty.
ALTER TABLE customer_preference
    ADD COLUMN number text NOT NULL DEFAULT '',
    DROP CONSTRAINT customer_preference_pkey,
    ADD PRIMARY KEY (customer, number, category);

-- Who wrote first, where the company did: Rota says nothing by itself there.
ALTER TABLE conversation ADD COLUMN begun_by text;

-- What people write for each other: apart from messages, so that nothing that sends finds it.
CREATE TABLE note (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation bigint      NOT NULL REFERENCES conversation,
    at           timestamptz NOT NULL,
    author       text        NOT NULL,
    text         text        NOT NULL
);
CREATE INDEX ON note (conversation, id);

-- How far ahead of the time each conversation has got what may be sent to it: see budget, which is for whole numbers.
CREATE TABLE conversation_pace (
    downstream   text        NOT NULL,
    conversation bigint      NOT NULL,
    spent_until  timestamptz NOT NULL,
    PRIMARY KEY (downstream, conversation)
) WITH (fillfactor = 50);
