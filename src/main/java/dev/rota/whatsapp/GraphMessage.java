package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.desk.Reply;
import dev.rota.desk.Wording;
import java.util.List;

/**
 * A message as the Cloud API takes it.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">messages</a>
 */
final class GraphMessage {

    private final ObjectNode json;

    private GraphMessage(ObjectNode json) {
        this.json = json;
    }

    static String of(Reply reply, ObjectMapper mapper) {
        var message = new GraphMessage(mapper.createObjectNode());
        message.address(reply);
        message.say(reply.wording());
        message.json.put("biz_opaque_callback_data", reply.message()); // comes back with each status
        return message.json.toString();
    }

    /** To exactly the id that the customer or the group wrote from. */
    private void address(Reply reply) {
        json.put("messaging_product", "whatsapp").put("recipient_type", reply.group() == null ? "individual" : "group");
        if (reply.group() != null) {
            json.put("to", reply.group());
        } else if (reply.to() != null) {
            json.put("to", reply.to());
        } else {
            json.put("recipient", reply.recipient());
        }
    }

    private void say(Wording wording) {
        json.put("type", wording.type());
        var content = json.putObject(wording.type());
        if (wording instanceof Wording.Text text) {
            content.put("body", text.body());
        } else if (wording instanceof Wording.Buttons buttons) {
            interactive(content, "button", buttons.body());
            buttons(content.putObject("action"), buttons.buttons());
        } else if (wording instanceof Wording.Rows rows) {
            interactive(content, "list", rows.body());
            rows(content.putObject("action").put("button", rows.button()), rows.rows());
        } else if (wording instanceof Wording.File file) {
            file(content, file);
        } else if (wording instanceof Wording.Template template) {
            GraphTemplate.write(content, template);
        }
    }

    private static void interactive(ObjectNode content, String type, String body) {
        content.put("type", type).putObject("body").put("text", body);
    }

    private static void buttons(ObjectNode action, List<Wording.Choice> buttons) {
        var list = action.putArray("buttons");
        buttons.forEach(one -> list.addObject()
                .put("type", "reply")
                .putObject("reply")
                .put("id", one.id())
                .put("title", one.title()));
    }

    private static void rows(ObjectNode action, List<Wording.Choice> rows) {
        var list = action.putArray("sections").addObject().putArray("rows");
        rows.forEach(one -> {
            var row = list.addObject().put("id", one.id()).put("title", one.title());
            if (one.description() != null) {
                row.put("description", one.description());
            }
        });
    }

    private static void file(ObjectNode content, Wording.File file) {
        content.put("id", file.media());
        if (file.caption() != null && !file.type().equals("audio")) {
            content.put("caption", file.caption());
        }
        if (file.filename() != null && file.type().equals("document")) {
            content.put("filename", file.filename());
        }
    }
}
