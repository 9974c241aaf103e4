package dev.rota.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Company;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfigConfigurationTest {

    private final ApplicationContextRunner engine =
            new ApplicationContextRunner().withUserConfiguration(ConfigConfiguration.class);

    @Test
    void the_company_of_the_folder_and_the_clock_are_there() {
        engine.withPropertyValues("rota.config-dir=src/test/resources/config-good")
                .withPropertyValues("SECRETS=one", "OLD_SECRET=two", "TOKEN=three", "HOST=desk.example")
                .run(context -> {
                    assertThat(context).hasSingleBean(Clock.class);
                    var company = (Company) context.getBean(Supplier.class).get();
                    assertThat(company.fallback()).isEqualTo("support");
                });
    }

    @Test
    void an_engine_does_not_start_on_files_with_problems_and_names_them_all() {
        engine.withPropertyValues("rota.config-dir=./nowhere").run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContainingAll(
                        "nowhere/numbers.yaml:1: ", "nowhere/teams.yaml:1: ", "nowhere/shifts.yaml:1: "));
    }
}
