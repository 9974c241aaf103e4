package dev.rota.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.desk.WorkSource;
import dev.rota.downstream.DueDeliveries;
import dev.rota.whatsapp.Signature;
import org.junit.jupiter.api.Test;

class BeansTest {

    private final Beans beans = Beans.ofEngine();

    @Test
    void have_the_names_and_types_that_configurations_give_them() {
        assertThat(beans.type("signature")).contains(Signature.class);
        assertThat(beans.type("dueDeliveries")).contains(DueDeliveries.class);
        assertThat(beans.namesOf(WorkSource.class)).contains("events", "statuses", "dueDeliveries");
    }

    @Test
    void are_not_those_of_the_demo_nor_the_configurations_themselves() {
        assertThat(beans.names())
                .doesNotContain("phone", "helpdeskSimulator")
                .noneMatch(name -> name.endsWith("Configuration"));
        assertThat(beans.type("whatsappConfiguration")).isEmpty();
    }
}
