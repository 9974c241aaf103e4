package dev.rota.conversation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.rota.inquiry.Content;
import java.io.IOException;

/** Tells of a message's content as it stands in the database, with its kind. */
final class ContentJson extends JsonSerializer<Content> {

    @Override
    public void serialize(Content content, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeRawValue(Json.of(content));
    }
}
