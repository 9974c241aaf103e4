package dev.rota.flow.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rota.inquiry.Content;
import dev.rota.routing.Decision;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the routes of the example company decide: who writes what, at which hour, goes where. */
class ExampleRoutesTest {

    private static final RouteSet ROUTES = Fibranorte.routeSet();

    @AfterAll
    static void close() {
        ROUTES.close();
    }

    static Stream<Arguments> messages() {
        var audio = new Content.Media("audio", "1", null, null, null);
        var button = new Content.Choice("button", "segunda-via", "Quero a segunda via");
        var hours = Duration.ofHours(3);
        return Stream.of(
                arguments("caiu minha fibra", Ask.text("caiu minha fibra").at("12:00"), "outage support high fibre"),
                arguments("at 23:30", Ask.text("caiu minha fibra").at("23:30"), "outage on-call urgent fibre"),
                arguments("at 05:30", Ask.text("caiu minha fibra").at("05:30"), "outage on-call urgent fibre"),
                arguments("at 05:59", Ask.text("estou SEM INTERNET!").at("05:59"), "outage on-call urgent fibre"),
                arguments("at 06:00", Ask.text("estou sem internet").at("06:00"), "outage support high fibre"),
                arguments("on Christmas", Ask.text("fora do ar").holiday("Natal"), "outage on-call urgent fibre"),
                arguments("in Spanish", Ask.text("no tengo, sin señal").at("23:00"), "outage on-call urgent fibre"),
                arguments("without accents", Ask.text("esta sin senal"), "outage support high fibre"),
                arguments("in English", Ask.text("There is no signal here"), "outage support high fibre"),
                arguments("three hours late", Ask.text("caiu").at("23:30").age(hours), "outage support low -"),
                arguments("only part of a word", Ask.text("encaiussem"), "support support normal -"),
                arguments("a boleto", Ask.text("Segunda via do boleto por favor"), "billing billing normal -"),
                arguments("an invoice", Ask.text("where is my invoice?"), "billing billing normal -"),
                arguments("a button", Ask.content(button), "billing billing normal -"),
                arguments("leaving", Ask.text("quiero cancelar la factura"), "cancel billing normal -"),
                arguments("gold leaving", Ask.text("quero cancelar").tier("gold"), "cancel sales high retention"),
                arguments("gold leaving at night", gold().at("23:00"), "cancel sales high retention"),
                arguments("a plan", Ask.text("Quais planos vocês têm?").number("vendas"), "sales sales normal -"),
                arguments("a price", Ask.text("¿Qué precio tiene?"), "sales sales normal -"),
                arguments("from an ad", Ask.text("oi").ad("120210"), "sales sales normal -"),
                arguments("hello to sales", Ask.text("oi").number("vendas"), "support sales normal -"),
                arguments("hello", Ask.text("oi"), "support support normal -"),
                arguments("hello at night", Ask.text("oi").at("02:00"), "support on-call normal -"),
                arguments("at night to sales", Ask.text("oi").at("02:00").number("vendas"), "support sales normal -"),
                arguments("mobile", Ask.text("oi").attribute("product", "mobile"), "support support normal mobile"),
                arguments("audio after a bill", Ask.content(audio).before("billing"), "billing billing normal -"),
                arguments("audio after an outage", Ask.content(audio).before("outage"), "outage support high fibre"),
                arguments("after a type that is no more", Ask.text("oi").before("fax"), "support support normal -"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("messages")
    void goes_to(String message, Ask ask, String expected) {
        var decision = ROUTES.decide(ask.inquiry());

        assertThat(inShort(decision)).isEqualTo(expected);
        assertThat(decision.routeSet()).isEqualTo(ROUTES.hash());
    }

    @Test
    void because_names_each_rule_tried_with_file_line_text_and_value() {
        var decision = ROUTES.decide(Ask.content(new Content.Media("audio", "1", null, null, null))
                .at("23:30")
                .before("outage")
                .inquiry());

        assertThat(decision.because())
                .extracting(each -> each.file() + ":" + each.line() + " " + each.step() + " " + each.value())
                .containsExactly(
                        "triage/request-type.camel.yaml:12 button-second-copy false",
                        "triage/request-type.camel.yaml:17 no-signal false",
                        "triage/request-type.camel.yaml:22 wants-to-leave false",
                        "triage/request-type.camel.yaml:27 money false",
                        "triage/request-type.camel.yaml:32 from-an-ad false",
                        "triage/request-type.camel.yaml:37 no-words-that-tell true",
                        "triage/request-type.camel.yaml:44 known-from-before true",
                        "triage/request-type.camel.yaml:47 known-from-before outage",
                        "triage/queue.camel.yaml:12 late-after-an-outage false",
                        "triage/queue.camel.yaml:17 outage-at-night true",
                        "triage/queue.camel.yaml:21 outage-at-night on-call");
        assertThat(decision.because().get(9).text())
                .isEqualTo("${body.requestType} == 'outage' && ${body.shift} == 'night'");
        assertThat(decision.because().get(10).text()).isEqualTo("queue:on-call?priority=urgent&skill=fibre");
    }

    private static Ask gold() {
        return Ask.text("quero cancelar").tier("gold");
    }

    private static String inShort(Decision decision) {
        return String.join(
                " ",
                decision.requestType(),
                decision.queue(),
                decision.priority().label(),
                decision.skill() == null ? "-" : decision.skill());
    }
}
