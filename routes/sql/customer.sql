-- Who is the customer? The columns name, tier and city are facts of their own; any further column becomes
-- ${body.customer.attribute('column')}. No row: the customer is unknown. Keep it within the deadline of 30-enrich.
-- It may ask by :#waId, by all forms of the customer's phones as :#in:phones, and by Rota's own :#customerId.
-- The form of the phone that the message came from goes before the other forms that the same number may have.
SELECT wa_id, name, tier, city, attributes ->> 'product' AS product
FROM customer_profile
WHERE wa_id IN (:#in:phones)
ORDER BY wa_id = :#waId DESC, wa_id
LIMIT 1
