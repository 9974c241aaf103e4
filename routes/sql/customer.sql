-- Who is the customer? The columns name, tier and city are facts of their own; each further column, and each member of
-- the JSON in a column attributes, is ${body.customer.attribute('…')}. No row: the customer is unknown. Keep it within the
-- deadline of 30-enrich. It may ask by :#waId, by all forms of the customer's phones and all other ids as :#in:ids, by the
-- phones alone as :#in:phones, and by Rota's own :#customerId.
-- The form of the phone that the message came from goes before the other forms that the same number may have.
SELECT id, name, tier, city, attributes
FROM customer_profile
WHERE id IN (:#in:ids)
ORDER BY id = :#waId DESC, id
LIMIT 1
