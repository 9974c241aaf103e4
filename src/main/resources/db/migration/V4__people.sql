-- Who has a login: the people of config/teams.yaml, once they have set a password through a one-time link.

CREATE TABLE login (
    person   text        PRIMARY KEY,
    password text        NOT NULL,
    set_at   timestamptz NOT NULL
);

-- At most one link a person: a new one voids the one before.
CREATE TABLE invitation (
    person     text        PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    by         text        NOT NULL,
    expires_at timestamptz NOT NULL
);

-- As spring-session-jdbc wants them; several engines share the sessions.
CREATE TABLE spring_session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval integer  NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);
CREATE UNIQUE INDEX ON spring_session (session_id);
CREATE INDEX ON spring_session (expiry_time);
CREATE INDEX ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
    session_primary_id char(36)     NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
