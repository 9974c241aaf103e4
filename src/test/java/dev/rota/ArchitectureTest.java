package dev.rota;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the code to {@code docs/architecture.puml} and to the house rules that bytecode shows. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rota");

    private static final String[] PURE = {
        "dev.rota.inquiry..",
        "dev.rota.desk..",
        "dev.rota.shift..",
        "dev.rota.routing..",
        "dev.rota.assignment..",
        "dev.rota.switchover..",
        "dev.rota.search.."
    };

    private static final ArchRule FOLLOWS_THE_DRAWING = classes()
            .should(adhereToPlantUmlDiagram(
                    Path.of("docs/architecture.puml"), consideringOnlyDependenciesInAnyPackage("dev.rota..")));

    private static final ArchRule PURE_STAYS_PURE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..", "org.jspecify..", PURE[0], PURE[1], PURE[2], PURE[3], PURE[4], PURE[5], PURE[6]);

    private static final ArchRule ONLY_FLOW_KNOWS_CAMEL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rota.flow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    private static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Such a stream keeps its connection until it is closed, and nobody sees that it must be. */
    private static final ArchRule CONNECTIONS_COME_BACK =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @Test
    void connections_come_back() {
        CONNECTIONS_COME_BACK.check(MAIN);
    }

    @Test
    void the_code_follows_the_drawing() {
        FOLLOWS_THE_DRAWING.check(MAIN);
    }

    @Test
    void pure_packages_know_java_and_each_other_only() {
        PURE_STAYS_PURE.check(MAIN);
    }

    @Test
    void only_flow_knows_camel() {
        ONLY_FLOW_KNOWS_CAMEL.check(MAIN);
    }

    @Test
    void names_say_something() {
        NAMES_SAY_SOMETHING.check(MAIN);
    }

    @Test
    void time_comes_from_a_clock() {
        TIME_COMES_FROM_A_CLOCK.check(MAIN);
    }

    @Test
    void the_rules_look_at_the_real_code() {
        assertThat(MAIN.size()).isGreaterThan(200);
        assertThat(MAIN.stream().filter(resideInAPackage("dev.rota.flow..")).count())
                .isPositive();
    }

    @Test
    void each_rule_is_broken_by_code_that_breaks_it() {
        var offences = new ClassFileImporter().importPackages("dev.rota.desk.offence", "dev.rota.customer.offence");
        for (var rule : new ArchRule[] {
            FOLLOWS_THE_DRAWING,
            PURE_STAYS_PURE,
            ONLY_FLOW_KNOWS_CAMEL,
            NAMES_SAY_SOMETHING,
            TIME_COMES_FROM_A_CLOCK,
            CONNECTIONS_COME_BACK
        }) {
            assertThatThrownBy(() -> rule.check(offences))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class);
        }
    }
}
