-- It may ask by :#waId and more.
SELECT wa_id, name FROM customer_profile WHERE wa_id IN (:#in:phones) ORDER BY wa_id = :#waid DESC LIMIT 1
