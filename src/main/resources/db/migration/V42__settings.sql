-- What people have chosen for the panel; who has no row has chosen nothing.
CREATE TABLE setting (
    person      text    PRIMARY KEY,
    language    text,
    single_keys boolean NOT NULL,
    enter_sends boolean NOT NULL
);
