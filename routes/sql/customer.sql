-- Who is the customer? The columns name, tier and city are facts of their own; any further column becomes
-- ${body.customer.attribute('column')}. No row: the customer is unknown. Keep it within the deadline of 30-enrich.
SELECT name, tier, city, attributes ->> 'product' AS product
FROM customer_profile
WHERE wa_id = :#${body.waId}
