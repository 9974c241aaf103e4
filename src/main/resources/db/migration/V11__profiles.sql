-- What the company knows of its customers, by the phone in digits, or by another id of Meta's where the phone is hidden;
-- and who said so last.
ALTER TABLE customer_profile RENAME COLUMN wa_id TO id;
ALTER TABLE customer_profile
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_by text        NOT NULL DEFAULT 'engine';
