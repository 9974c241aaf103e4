package dev.rota.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.Company;
import dev.rota.flow.triage.RouteSetRefused;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RulesConfigurationTest {

    private final ApplicationContextRunner engine = new ApplicationContextRunner()
            .withUserConfiguration(RulesConfiguration.class)
            .withPropertyValues("rota.routes-dir=routes");

    @Test
    void the_company_is_that_of_the_rules_in_force() {
        engine.withPropertyValues(
                        "rota.config-dir=config", "ROTA_WHATSAPP_APP_SECRETS=one", "ROTA_WHATSAPP_VERIFY_TOKEN=two")
                .withPropertyValues("ROTA_WHATSAPP_ACCESS_TOKEN=three", "ROTA_HELPDESK_URL=https://desk.example")
                .withPropertyValues("ROTA_HELPDESK_SECRET=four")
                .run(context -> {
                    var rules = context.getBean(ActiveRules.class).get();
                    assertThat(rules.company().fallback()).isEqualTo("support");
                    assertThat((Company)
                                    context.getBean("company", Supplier.class).get())
                            .isSameAs(rules.company());
                });
    }

    @Test
    void an_engine_does_not_start_on_files_with_problems_and_names_them_all() {
        engine.withPropertyValues("rota.config-dir=./nowhere").run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(RouteSetRefused.class)
                .hasMessageContainingAll(
                        "nowhere/numbers.yaml:1: ", "nowhere/teams.yaml:1: ", "nowhere/shifts.yaml:1: "));
    }
}
