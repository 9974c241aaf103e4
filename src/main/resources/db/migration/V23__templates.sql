-- Templates as Meta has them, and who wants no marketing from which number.

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
