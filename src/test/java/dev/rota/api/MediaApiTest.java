package dev.rota.api;

import static dev.rota.desk.ExampleCompany.BIA;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.rota.conversation.SentFiles;
import dev.rota.conversation.Whole;
import dev.rota.desk.Viewer;
import dev.rota.media.MediaFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Files are there to be saved: no browser is ever to take one for a page of ours. */
class MediaApiTest {

    private static final String EVIL = "<script>alert(1)</script>";

    private Path folder = Path.of("");
    private SentFiles.@Nullable Found found;
    private MockMvc api = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void one_file(@TempDir Path empty) {
        folder = empty;
        var files = new SentFiles() {
            @Override
            public Optional<Found> find(long conversation, long file, Viewer viewer) {
                return conversation == 7 && file == 3 ? Optional.ofNullable(found) : Optional.empty();
            }

            @Override
            public Optional<String> number(long conversation, Viewer viewer) {
                return Optional.empty();
            }
        };
        api = Mvc.of(BIA, new MediaApi(files, this::retry, MediaFolders.in(folder), MediaFolders.uploads()));
    }

    private boolean retry(long conversation, long file, Viewer by) {
        return conversation == 7 && file == 3 && by.equals(BIA);
    }

    @Test
    void what_could_not_be_fetched_is_fetched_anew_and_what_is_not_yours_is_not_there() throws Exception {
        found = found("failed", null, "Meta answered 500");

        api.perform(post("/api/conversations/7/media/3/retry"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"retried\": 1}"));
        api.perform(post("/api/conversations/7/media/4/retry")).andExpect(status().isNotFound());
    }

    @Test
    void a_file_comes_as_something_to_save_and_may_do_nothing() throws Exception {
        kept("image/jpeg", "olá \"mundo\".jpg");

        api.perform(get("/api/conversations/7/media/3"))
                .andExpect(status().isOk())
                .andExpect(content().string(EVIL))
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"=?UTF-8?Q?ol=C3=A1_=5Fmundo=5F.jpg?=\";"
                                        + " filename*=UTF-8''ol%C3%A1%20_mundo_.jpg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript", "not a type"})
    void what_a_browser_could_run_is_told_to_be_bytes(String type) throws Exception {
        kept(type, null);

        api.perform(get("/api/conversations/7/media/3"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/octet-stream"));
    }

    @Test
    void a_part_of_it_can_be_asked_for() throws Exception {
        kept("audio/ogg", null);

        api.perform(get("/api/conversations/7/media/3").header("Range", "bytes=1-6"))
                .andExpect(status().isPartialContent())
                .andExpect(content().string("script"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"=?UTF-8?Q?document-3.oga?=\""
                                        + "; filename*=UTF-8''document-3.oga"));
    }

    @ParameterizedTest
    @CsvSource({"7/media/4", "8/media/3", "x/media/3", "7/media/x", "7/media/..%2F3", "7/media/99999999999999999999"})
    void what_is_not_yours_is_not_there(String path) throws Exception {
        kept("image/jpeg", null);

        api.perform(get("/api/conversations/" + path)).andExpect(status().isNotFound());
    }

    @Test
    void what_is_not_here_says_why() throws Exception {
        found = found("failed", null, "Meta answered 500");

        api.perform(get("/api/conversations/7/media/3"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("file 3 is not here (failed): Meta answered 500"));

        found = found("kept", "ab".repeat(32), null);
        api.perform(get("/api/conversations/7/media/3"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail")
                        .value("file 3 is not in this engine's media folder; ROTA_MEDIA_DIR must be one that all"
                                + " engines share"));
    }

    private void kept(String type, @Nullable String name) throws IOException {
        var sha256 = MediaFolders.keep(folder, EVIL.getBytes(StandardCharsets.UTF_8));
        found = new SentFiles.Found(new Whole.Media(3, "kept", name, type, 25L, null, null), "document", sha256);
    }

    private static SentFiles.Found found(String state, @Nullable String sha256, @Nullable String error) {
        return new SentFiles.Found(new Whole.Media(3, state, null, null, null, error, null), "image", sha256);
    }
}
