package dev.rota.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Company;
import dev.rota.desk.Role;
import dev.rota.desk.Viewer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final AtomicReference<Company> company = new AtomicReference<>(TestCompany.of("ana", "bia"));
    private final People people = new People(company::get);

    @Test
    void an_agent_has_the_own_team() {
        assertThat(people.find("ana")).contains(new Viewer("ana", "Ana Prado", Role.AGENT, Set.of("support")));
    }

    @Test
    void a_supervisor_has_the_teams_that_name_them() {
        assertThat(people.find("otto")).contains(new Viewer("otto", "otto", Role.SUPERVISOR, Set.of("support")));
    }

    @Test
    void the_administrator_needs_no_team() {
        assertThat(people.find("admin")).contains(new Viewer("admin", "admin", Role.ADMIN, Set.of()));
    }

    @Test
    void a_stranger_is_nobody() {
        assertThat(people.find("mallory")).isEmpty();
    }

    @Test
    void who_leaves_the_files_is_nobody_from_then_on() {
        company.set(TestCompany.of("bia"));

        assertThat(people.find("ana")).isEmpty();
    }

    @Test
    void everybody_is_listed_once() {
        assertThat(people.everybody()).extracting(Viewer::name).containsExactly("admin", "ana", "bia", "nina", "otto");
    }
}
