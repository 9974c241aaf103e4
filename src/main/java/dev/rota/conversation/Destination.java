package dev.rota.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Where something that is said goes.
 *
 * @param number Meta's id of the number that it leaves from
 * @param address the id that the customer's latest message came from; null when none is known
 */
record Destination(long conversation, String number, @Nullable Address address) {}
