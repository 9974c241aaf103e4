package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which set decides. */
class ActiveRouteSetTest {

    @Test
    void the_set_that_was_swapped_in_decides(@TempDir Path folder) throws Exception {
        for (var name : new String[] {"request-type.camel.yaml", "queue.camel.yaml"}) {
            var text = Files.readString(Fibranorte.ROUTES.resolve(name));
            Files.writeString(folder.resolve(name), text.replace("\"queue:on-call\"", "\"queue:sales\""));
        }
        var night = Ask.text("caiu minha fibra").at("23:30").inquiry();

        try (var first = Fibranorte.routeSet();
                var active = new ActiveRouteSet(first)) {
            assertThat(active.decide(night).queue()).isEqualTo("on-call");

            var next = new RouteSetCompiler().compile(folder, Fibranorte.company());
            assertThat(active.swap(next)).isSameAs(first);
            assertThat(active.decide(night).queue()).isEqualTo("sales");
            assertThat(active.decide(night).routeSet()).isEqualTo(active.hash()).isNotEqualTo(first.hash());
        }
    }

    @Test
    void the_one_at_the_start_is_that_of_the_routes_folder() throws Exception {
        var configuration = new TriageConfiguration();

        try (var active = configuration.triage(Path.of("routes"), Fibranorte::company)) {
            assertThat(active.decide(Ask.text("boleto").inquiry()).queue()).isEqualTo("billing");
        }
        assertThatThrownBy(() -> configuration.triage(Path.of("src"), Fibranorte::company))
                .hasMessageContaining("src/triage:1: cannot be read");
    }
}
