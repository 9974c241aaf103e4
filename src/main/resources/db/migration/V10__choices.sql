-- What the choice of an agent looked at, so that it can be made again. No statement looks into it: kept as it was written.
ALTER TABLE assignment ADD COLUMN question json;
ALTER TABLE shadow_assignment ADD COLUMN question json;
