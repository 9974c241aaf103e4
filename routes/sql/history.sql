-- What went on before with this customer, over all numbers.
SELECT
    (SELECT a.agent FROM assignment a JOIN conversation c ON c.id = a.conversation
     WHERE c.customer = :#customerId ORDER BY a.from_at DESC LIMIT 1) AS last_agent,
    (SELECT c.request_type FROM conversation c
     WHERE c.customer = :#customerId AND c.request_type <> 'none' ORDER BY c.id DESC LIMIT 1) AS last_request_type,
    (SELECT count(*) FROM conversation c
     WHERE c.customer = :#customerId AND c.status <> 'closed') AS open_tickets
