package dev.rota.conversation;

import dev.rota.switchover.Snapshot;
import java.util.Map;

/**
 * The open conversations that a switchover concerns, as they were taken from the ledger.
 *
 * @param decided what the rules say of each from the switchover on, by conversation
 */
record Taken(Snapshot snapshot, Map<Long, Rulings.Asked> decided) {}
