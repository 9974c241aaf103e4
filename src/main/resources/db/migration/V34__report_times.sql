-- Reports ask for a time, not for a conversation: rows come nearly in the order of time, so a small index by ranges of pages serves.
CREATE INDEX change_at ON change USING brin (at);
CREATE INDEX message_at ON message USING brin (at);
