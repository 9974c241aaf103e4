package dev.rota.whatsapp;

import dev.rota.desk.Company;
import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.desk.FilePost;
import dev.rota.desk.FilePosted;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Brings files to Meta's Graph API, so that messages can show them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media">media</a>
 */
public final class GraphUploads {

    /** Shorter than a delivery's lease, with the time that Meta's answer may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Supplier<Company> company;
    private final Graph graph;
    private final String version;

    GraphUploads(Supplier<Company> company, Graph graph, String version) {
        this.company = company;
        this.graph = graph;
        this.version = version;
    }

    /**
     * A request, as the route sends it.
     *
     * @param path after the address of the Graph API
     * @param form the file and what it is; read from the disk while it goes out
     */
    public record Request(String path, String token, HttpEntity form) {
        @Override
        public String toString() {
            return "Request[" + path + "]";
        }
    }

    /** The request that brings a file. */
    public Request request(FilePost post) {
        var number = GraphNumber.of(company.get(), post.number(), version);
        var form = MultipartEntityBuilder.create()
                .addTextBody("messaging_product", "whatsapp")
                .addTextBody("type", post.mimeType())
                .addBinaryBody("file", post.bytes().toFile(), ContentType.create(post.mimeType()), "file")
                .build();
        return new Request(number.path() + "/media", number.token(), new HurriedEntity(form, PATIENCE));
    }

    /**
     * What an answer means.
     *
     * @param usage the header {@code X-Business-Use-Case-Usage}
     * @param attempt of the message's delivery; counts from 1
     */
    public FilePosted posted(int status, @Nullable String usage, @Nullable String body, int attempt) {
        var id = graph.answer(status, body).json().path("id").asText("");
        if (status / 100 == 2 && !id.isEmpty()) {
            return new FilePosted.At(id);
        }
        return new FilePosted.Not(nothingSaid(graph.outcome(status, usage, body, attempt)));
    }

    /** Meta could not be reached, or did not answer; as long as its file is not there, nothing is said. */
    public FilePosted unanswered() {
        return new FilePosted.Not(new Retry("the file could not be brought to Meta", null));
    }

    /** The bytes of the file are here no more. */
    public FilePosted gone() {
        return new FilePosted.Not(new Refused("its file is not in the media folder any more"));
    }

    private static DeliveryOutcome nothingSaid(DeliveryOutcome outcome) {
        return outcome instanceof Ambiguous
                ? new Retry("Meta did not take the file, and did not say why", null)
                : outcome;
    }
}
