package dev.rota.downstream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.Command;
import dev.rota.desk.Copy;
import dev.rota.desk.Delivery;
import dev.rota.desk.Delivery.Kind;
import dev.rota.desk.Reply;
import dev.rota.desk.Ticket;
import dev.rota.desk.Wording;
import java.io.IOException;

/** How the command of a delivery stands in the outbox. */
final class StoredCommands {

    private final ObjectMapper json;

    StoredCommands(ObjectMapper json) {
        this.json = json.copy().addMixIn(Wording.class, NamedByKind.class);
        this.json.registerSubtypes(Wording.class.getPermittedSubclasses());
    }

    byte[] write(Delivery delivery) {
        if (delivery.body() instanceof Copy copy) {
            return copy.stored();
        }
        try {
            return json.writeValueAsBytes(delivery.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(delivery + " can't be written as JSON", e);
        }
    }

    /** The command from what {@link #write} made of it. */
    Command read(Kind kind, byte[] stored) throws IOException {
        return switch (kind) {
            case COPY -> Copy.of(stored);
            case REPLY -> json.readValue(stored, Reply.class);
            case TICKET, MESSAGE, NOTE, STATUS -> json.readValue(stored, Ticket.class);
        };
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface NamedByKind {}
}
