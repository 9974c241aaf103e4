-- What was signed, where its time or id was signed with it: the same call sent again is no other.
ALTER TABLE callback ADD COLUMN proof text;
