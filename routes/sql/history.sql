-- What went on before with this customer, over all numbers; asked only of customers who have written before. The columns
-- are the parts of ${body.history}; each may be left out, and is unknown then. Fifty conversations are enough to tell.
WITH recent AS (
    SELECT id, queue, request_type, status, opened_at FROM conversation
    WHERE customer = :#customerId ORDER BY id DESC LIMIT 50
)
SELECT
    (SELECT a.agent FROM recent JOIN assignment a ON a.conversation = recent.id
     ORDER BY a.from_at DESC LIMIT 1) AS last_agent,
    (SELECT request_type FROM recent WHERE request_type <> 'none' ORDER BY id DESC LIMIT 1) AS last_request_type,
    (SELECT queue FROM recent ORDER BY id DESC LIMIT 1) AS last_queue,
    (SELECT count(*) FROM recent WHERE status <> 'closed') AS open_tickets,
    (SELECT count(*) FROM recent WHERE opened_at > now() - interval '30 days') AS count_in_30_days
