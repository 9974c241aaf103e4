package dev.rota.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.conversation.FileRetries;
import dev.rota.conversation.SentFiles;
import dev.rota.desk.ExampleCompany;
import dev.rota.desk.Viewer;
import dev.rota.media.MediaFolder;
import dev.rota.media.MediaFolders;
import dev.rota.media.Uploads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An upload over a real connection, where what is too large must not even be read. */
@SpringBootTest(classes = UploadTest.Alone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class UploadTest {

    private static final String BOUNDARY = "----8f2a";

    @LocalServerPort
    int port;

    @Test
    void a_file_is_taken_and_told_of() throws Exception {
        var answer = post(7, "%PDF-1.7");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(new ObjectMapper().readTree(answer.body()))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"id\":\"3\",\"type\":\"document\",\"name\":\"fatura maio.pdf\","
                                + "\"mimeType\":\"application/pdf\",\"size\":8}"));
    }

    @Test
    void to_a_conversation_that_is_not_yours_nothing_is_uploaded() throws Exception {
        assertThat(post(8, "%PDF-1.7").statusCode()).isEqualTo(404);
    }

    @Test
    void what_meta_would_not_take_names_the_field_and_the_limit() throws Exception {
        var answer = post(7, "MZ");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"field\":\"file\"", "Meta takes no files of type application/x-msdownload");
    }

    @Test
    void of_200_megabytes_none_is_read() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            var head = "POST /api/conversations/7/media HTTP/1.1\r\nHost: rota\r\nContent-Length: 209715200\r\n"
                    + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void a_form_without_a_file_says_so() throws Exception {
        var answer = send(
                7,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--" + BOUNDARY
                        + "--\r\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("file");
    }

    private HttpResponse<String> post(int conversation, String bytes) throws IOException, InterruptedException {
        return send(
                conversation,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fatura maio.pdf\"\r\n"
                        + "Content-Type: image/png\r\n\r\n" + bytes + "\r\n--" + BOUNDARY + "--\r\n");
    }

    private HttpResponse<String> send(int conversation, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/conversations/" + conversation + "/media"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The one controller on a real server. */
    @Import({MediaApi.class, Problems.class, ApiConfiguration.class})
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    static class Alone implements WebMvcConfigurer, HandlerMethodArgumentResolver {

        @Bean
        MediaFolder folder() {
            return MediaFolders.in(Path.of("target/upload-api-folder"));
        }

        @Bean
        SentFiles files() {
            return new SentFiles() {
                @Override
                public Optional<Found> find(long conversation, long file, Viewer viewer) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> number(long conversation, Viewer viewer) {
                    return conversation == 7 ? Optional.of("101") : Optional.empty();
                }
            };
        }

        @Bean
        FileRetries retries() {
            return (conversation, file, by) -> false;
        }

        @Bean
        Uploads uploads() {
            return MediaFolders.uploads();
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(AuthenticationPrincipal.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return ExampleCompany.BIA;
        }
    }
}
