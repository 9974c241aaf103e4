-- Finding what was said by its words. The index is kept up after the commit, so that nobody who writes waits for it.

-- Messages whose words are to be looked at: they are new, or have lost what they said. No index, since all are taken.
CREATE TABLE message_words_due (
    message bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- The words of a message as they are looked for: folded by the engine, in their order, without little ones.
CREATE TABLE message_words (
    message      bigint PRIMARY KEY,
    conversation bigint NOT NULL,
    words        text   NOT NULL
);

-- Each word with the block of 65,536 messages that its message is in. An index of words alone knows no order, so the
-- newest of a word that half a million messages have would be found by looking at all of them; a block is looked
-- through at once, and one after the other gives the newest first. New words come beside each other, too.
CREATE FUNCTION block_words(message bigint, words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(string_to_array(
    to_hex(message >> 16) || '.' || replace(words, ' ', ' ' || to_hex(message >> 16) || '.'), ' '));

-- Without a list of what is pending: each search would have to read it.
CREATE INDEX message_words_found ON message_words USING gin (block_words(message, words)) WITH (fastupdate = off);

-- By triggers, so that no statement that writes or takes words, of today or of later, can forget it. One that erases
-- takes the words in its own transaction; the row that it leaves behind takes those that were read a moment before.
CREATE FUNCTION message_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO message_words_due SELECT id FROM said WHERE text <> '';
    RETURN NULL;
END $$;
CREATE TRIGGER message_said AFTER INSERT ON message
    REFERENCING NEW TABLE AS said FOR EACH STATEMENT EXECUTE FUNCTION message_said();

CREATE FUNCTION message_unsaid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM message_words WHERE message = OLD.id;
    INSERT INTO message_words_due VALUES (OLD.id);
    RETURN NULL;
END $$;
CREATE TRIGGER message_unsaid AFTER DELETE OR UPDATE OF text ON message
    FOR EACH ROW EXECUTE FUNCTION message_unsaid();

-- What was said before there was a search; the newest first.
INSERT INTO message_words_due SELECT id FROM message WHERE text <> '' ORDER BY id DESC;

-- Names as people type them: without accents and capitals. The extension "unaccent" is neither everywhere nor immutable,
-- and what lower() does with an accented capital depends on the locale of the database.
CREATE FUNCTION folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(translate(name,
    'áàâãäåéèêëíìîïóòôõöúùûüçñýÿÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑÝŸ',
    'aaaaaaeeeeiiiiooooouuuucnyyaaaaaaeeeeiiiiooooouuuucnyy'));
DROP INDEX customer_name_part;
CREATE INDEX customer_name_part ON customer USING gin (folded(name) gin_trgm_ops);
