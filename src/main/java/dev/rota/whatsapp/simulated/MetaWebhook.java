package dev.rota.whatsapp.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.Number;
import java.time.Instant;

/** Writes the bodies of the webhooks that Meta sends for one of the company's numbers. */
public final class MetaWebhook {

    private static final String BUSINESS_ACCOUNT = "102290129340398";

    private final Number number;

    public MetaWebhook(Number number) {
        this.number = number;
    }

    /** A text that a customer wrote. */
    public byte[] text(Person from, String wamid, Instant at, String text) {
        return inbound(from, message(from, wamid, at, "text").set("text", object().put("body", text)));
    }

    /** A tap on a button that a customer had been offered. */
    public byte[] button(Person from, String wamid, Instant at, String id, String title) {
        var reply = object().put("id", id).put("title", title);
        var interactive = object().put("type", "button_reply").<ObjectNode>set("button_reply", reply);
        return inbound(from, message(from, wamid, at, "interactive").set("interactive", interactive));
    }

    /** How far a message of the company's has come: {@code sent}, {@code delivered}, {@code read} or {@code failed}. */
    public byte[] status(Person to, String wamid, Instant at, String status) {
        var envelope = object();
        var value = value(envelope);
        value.putArray("statuses")
                .add(object().put("id", wamid)
                        .put("status", status)
                        .put("timestamp", seconds(at))
                        .put("recipient_id", to.waId())
                        .put("recipient_user_id", to.userId()));
        return MetaJson.write(envelope);
    }

    private byte[] inbound(Person from, ObjectNode message) {
        var envelope = object();
        var value = value(envelope);
        value.putArray("contacts")
                .addObject()
                .put("wa_id", from.waId())
                .put("user_id", from.userId())
                .set("profile", object().put("name", from.name()));
        value.putArray("messages").add(message);
        return MetaJson.write(envelope);
    }

    private ObjectNode value(ObjectNode envelope) {
        var change = envelope.put("object", "whatsapp_business_account")
                .putArray("entry")
                .addObject()
                .put("id", BUSINESS_ACCOUNT)
                .putArray("changes")
                .addObject()
                .put("field", "messages");
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.display().replaceAll("\\D", ""))
                .put("phone_number_id", number.id());
        return value;
    }

    private static ObjectNode message(Person from, String wamid, Instant at, String type) {
        return object().put("from", from.waId())
                .put("from_user_id", from.userId())
                .put("id", wamid)
                .put("timestamp", seconds(at))
                .put("type", type);
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
