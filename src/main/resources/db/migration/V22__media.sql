-- Files that were sent: what a message brings is fetched from Meta, what an agent sends was uploaded here. The bytes lie
-- in a folder, each under its hash; these rows say what they are, and whose.

CREATE TABLE media (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation bigint      NOT NULL REFERENCES conversation,
    message      bigint      UNIQUE REFERENCES message ON DELETE CASCADE, -- null for an upload that has not been sent
    number       text        NOT NULL, -- Meta's phone_number_id, by whose token it is fetched or sent
    type         text        NOT NULL, -- Meta's of the message: image, audio, video, document, sticker
    meta_id      text,                 -- under which Meta keeps it
    meta_until   timestamptz,          -- when Meta forgets it
    name         text,
    mime_type    text,                 -- as the bytes say it; until they are here, as the message says it
    size         bigint,
    sha256       text,
    state        text        NOT NULL CHECK (state IN ('due', 'kept', 'failed', 'removed')),
    author       text,                 -- who uploaded it; null for what a message brought
    created_at   timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    not_before   timestamptz NOT NULL, -- when it may be fetched next; while that is done, when the lease ends
    lease_token  uuid,
    last_error   text,
    CHECK ((state = 'kept') = (sha256 IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX media_due ON media (not_before, id) WHERE state = 'due';
CREATE INDEX media_of ON media (conversation);
CREATE INDEX media_hash ON media (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX media_unsent ON media (created_at) WHERE message IS NULL AND state = 'kept';
