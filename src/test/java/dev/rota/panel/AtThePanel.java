package dev.rota.panel;

import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The panel over an empty desk, where everybody may be anybody, and somebody who comes to it. */
@SpringBootTest(
        classes = PanelAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "rota.public-url=http://rota.example")
@ActiveProfiles("demo")
abstract class AtThePanel {

    static final Viewer ANA = new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support"));

    @LocalServerPort
    int port;

    @Autowired
    FakeDesk desk;

    Visitor visitor = new Visitor(0);

    @BeforeEach
    void nothing_has_happened_and_somebody_comes() {
        desk.clear();
        visitor = new Visitor(port);
    }
}
