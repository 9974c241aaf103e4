-- What supervisors did with many conversations at once, so that it can be shown and undone.

CREATE TABLE floor_action (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    by        text        NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('assign', 'move', 'release')),
    target    text        NOT NULL, -- the agent or the queue; empty for giving back
    loads     jsonb       NOT NULL, -- what it made of the agents concerned
    undone_at timestamptz
);

CREATE TABLE floor_action_item (
    action       bigint  NOT NULL REFERENCES floor_action,
    conversation bigint  NOT NULL,  -- as it was chosen: it may have left the sight of whoever chose it
    place        integer NOT NULL,
    epoch        integer NOT NULL,  -- which it led to; that which was seen where nothing was done
    from_queue   text    NOT NULL,
    from_owner   text,
    queue        text    NOT NULL,  -- once what waited had been handed out
    owner        text,
    left_because text,              -- why nothing was done with it
    undone       text,              -- what the undoing made of it: 'restored', or why it was not
    PRIMARY KEY (action, place)
);
