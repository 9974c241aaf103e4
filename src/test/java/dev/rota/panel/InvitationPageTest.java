package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.access.Invitations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvitationPageTest extends AtThePanel {

    @Autowired
    Invitations invitations;

    @Test
    void a_person_sets_a_password_through_the_link_and_logs_in() throws Exception {
        var path = invitations.invite("bia", "admin").orElseThrow();
        assertThat(visitor.get(path).body()).contains("Hello bia");
        assertThat(visitor.post(path, "password", "short").body()).contains("That is too short");
        visitor.get(path);
        assertThat(visitor.post(path, "password", "correct horse").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?welcome"));
        assertThat(visitor.get(path).statusCode()).isEqualTo(410);

        visitor.get("/login");
        var before = visitor.session();
        var answer = visitor.post("/login", "username", "bia", "password", "correct horse");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("rota=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(visitor.session()).isNotEqualTo(before);
        assertThat(visitor.get("/").body()).contains("Bia Nunes");

        visitor.post("/logout");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void only_an_administrator_invites() throws Exception {
        visitor.as("otto");
        assertThat(visitor.post("/api/people/ana/invitation").statusCode()).isEqualTo(403);

        visitor.as("admin");
        assertThat(visitor.post("/api/people/ana/invitation").body())
                .matches("\\{\"url\":\"http://rota.example/invitation/[A-Za-z0-9_-]{43}\"}");
        assertThat(visitor.post("/api/people/mallory/invitation").statusCode()).isEqualTo(404);
    }
}
