package dev.rota.conversation;

import dev.rota.desk.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation that nobody else can change until the transaction ends. */
record Held(
        long id,
        String protocol,
        int epoch,
        Status status,
        String number,
        long customer,
        String queue,
        @Nullable String owner,
        @Nullable Instant lastCustomerAt,
        @Nullable Address address,
        boolean shadow) {}
