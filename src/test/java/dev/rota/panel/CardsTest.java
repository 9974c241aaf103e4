package dev.rota.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.conversation.Marks;
import dev.rota.conversation.Summary;
import dev.rota.conversation.Whole;
import dev.rota.inquiry.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape of what is said has a card, in the reader's language, and nothing in it is more than text. */
class CardsTest extends AtThePanel {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String EVIL = "<script>alert(1)</script>";

    @BeforeEach
    void ana_has_one_conversation() throws Exception {
        desk.arrives("Maria Souza", "oi");
        visitor.as("ana");
    }

    static Stream<Arguments> cards() {
        return Stream.of(
                card(new Content.Choice("button", "b1", "Sim"), "Choice", "Sim"),
                card(new Content.Media("image", "m1", "image/jpeg", "olha só", null), "Photo", "olha só", "image/jpeg"),
                card(new Content.Media("document", "m2", null, null, "fatura.pdf"), "Document", "fatura.pdf"),
                card(new Content.Location(-23.5, -46.6, "Casa", "Rua A"), "Location", "Casa", "Rua A", "-23.5, -46.6"),
                card(
                        new Content.Contacts(List.of(new Content.Contacts.Card("Rui", List.of("+55 11 9"), true))),
                        "Contact",
                        "Rui: +55 11 9",
                        "own number"),
                card(
                        new Content.Order(
                                null,
                                List.of(new Content.Order.Item("fibra", 2, new BigDecimal("99.90"), "BRL")),
                                "por favor"),
                        "Order",
                        "2 × fibra · 99.90 BRL",
                        "por favor"),
                card(new Content.Form("flow", "enviado", Map.of("cep", "01000")), "Form", "cep: 01000", "enviado"),
                card(new Content.CallPermission(true, false, NOON), "Permission to call", "may be called until Nov 24"),
                card(
                        new Content.CallPermission(false, false, null),
                        "Permission to call",
                        "does not want to be called"),
                card(new Content.Call("connect", true), "Call", "The customer called: started."),
                card(new Content.Reaction("👍"), "Reaction", "Reacted with 👍"),
                card(new Content.Reaction(null), "Reaction", "Took a reaction back"),
                card(new Content.Edit(new Content.Text("novo")), "Edit", "novo"),
                card(new Content.Revoke(), "Deletion", "Deleted a message"),
                card(new Content.Account("user_changed_number", "mudou"), "WhatsApp account", "a new number", "mudou"),
                card(new Content.Handover("ai_agent", "customer_service", true), "Handover", "to your team"),
                card(new Content.Handover(null, null, false), "Handover", "by another app now (not told what)"),
                card(new Content.Unsupported("poll_creation", 131051), "WhatsApp does not pass this on: a poll."),
                card(new Content.Unsupported(null, 131060), "WhatsApp does not pass this on: not told what."),
                card(new Content.Unsupported("hologram", 131051), "WhatsApp does not pass this on: hologram."),
                card(new Content.Other("hologram", true), "Rota keeps this but can&#39;t show it: hologram."));
    }

    private static Arguments card(Content content, String... shown) {
        return Arguments.of(content, List.of(shown));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void each_shape_has_a_card(Content content, List<String> shown) throws Exception {
        says(content, null, Marks.NONE);

        assertThat(visitor.get("/conversations/1", "Accept-Language", "en").body())
                .contains(shown)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "pt, O WhatsApp não repassa isto: uma enquete., Foto, O cliente ligou: começou.",
        "es, WhatsApp no transmite esto: una encuesta., Foto, El cliente llamó: empezó."
    })
    void in_the_readers_language(String language, String poll, String photo, String call) throws Exception {
        says(new Content.Unsupported("poll_creation", 131051), null, Marks.NONE);
        says(new Content.Media("image", "m1", null, null, null), null, Marks.NONE);
        says(new Content.Call("connect", true), null, Marks.NONE);

        assertThat(visitor.get("/conversations/1", "Accept-Language", language).body())
                .contains(poll, ">" + photo + "<", call);
    }

    @Test
    void every_language_has_the_same_keys() throws Exception {
        assertThat(keys("_pt_BR")).isEqualTo(keys(""));
        assertThat(keys("_es")).isEqualTo(keys(""));
    }

    @Test
    void a_message_shows_what_it_answers_and_what_was_done_to_it() throws Exception {
        var marks = new Marks(
                List.of(new Marks.Reaction("👍", "in", null, "Rui", NOON)),
                new Marks.Edit("quero 600", null, NOON),
                new Marks.Deletion("in", null, null, NOON));
        desk.says(
                1,
                new Whole.Message(
                        11,
                        "w1",
                        "in",
                        "text",
                        "quero 300",
                        NOON,
                        null,
                        null,
                        null,
                        null,
                        false,
                        true,
                        "Zé",
                        "w0",
                        new Whole.Quote(10, "out", "text", "qual plano?", "ana"),
                        marks));

        assertThat(visitor.get("/conversations/1", "Accept-Language", "en").body())
                .contains("qual plano?", "quero 600", "quero 300", "edited", "deleted by the customer", "title=\"Rui\"")
                .contains("👍", "forwarded", "time unknown, shown at its arrival", ">Zé<");
    }

    @Test
    void an_echo_says_where_it_was_written() throws Exception {
        desk.says(1, new Whole.Message(11, "w1", "out", "text", "já vi", NOON, null, "phone app", null));

        assertThat(visitor.get("/conversations/1", "Accept-Language", "en").body())
                .contains("The company, in the WhatsApp app");
        assertThat(visitor.get("/conversations/1", "Accept-Language", "pt").body())
                .contains("A empresa, no aplicativo do WhatsApp");
    }

    @Test
    void who_a_customer_may_also_be_and_what_it_wants_to_hear_of_is_shown() throws Exception {
        desk.knows(
                1,
                new Summary.Customer(
                        1,
                        "Maria",
                        null,
                        "maria.s",
                        List.of(new Summary.Candidate(7, "Mary", "other_form")),
                        List.of(
                                new Summary.Preference("marketing_messages", false, NOON, null),
                                new Summary.Preference("marketing_messages", false, NOON, "vendas"))));

        assertThat(visitor.get("/conversations/1", "Accept-Language", "en").body())
                .contains("@maria.s", "May also be Mary: their numbers are forms of one number.")
                .contains("Does not want to hear of: marketing.", "Does not want to hear from vendas of: marketing.")
                .contains(">Audio<");
    }

    @Test
    void nothing_that_a_card_holds_is_more_than_text() throws Exception {
        var shapes = new ArrayList<Content>(List.of(
                new Content.Choice("button", EVIL, EVIL),
                new Content.Media(EVIL, EVIL, EVIL, EVIL, EVIL),
                new Content.Location(0, 0, EVIL, EVIL),
                new Content.Contacts(List.of(new Content.Contacts.Card(EVIL, List.of(EVIL), false))),
                new Content.Order(EVIL, List.of(new Content.Order.Item(EVIL, 1, BigDecimal.ONE, EVIL)), EVIL),
                new Content.Form(EVIL, EVIL, Map.of(EVIL, "${7*7}")),
                new Content.Call(EVIL, true),
                new Content.Reaction(EVIL),
                new Content.Account(EVIL, EVIL),
                new Content.Handover(EVIL, EVIL, false),
                new Content.Unsupported(EVIL, 1),
                new Content.Unsupported("{0} '{1}", 1),
                new Content.Other(EVIL, true)));
        shapes.forEach(content -> says(
                content,
                EVIL,
                new Marks(
                        List.of(new Marks.Reaction(EVIL, "in", null, EVIL, NOON)),
                        new Marks.Edit(EVIL, null, NOON),
                        null)));

        for (var language : List.of("en", "pt", "es")) {
            assertThat(visitor.get("/conversations/1", "Accept-Language", language)
                            .body())
                    .doesNotContain("<script>alert", ">49<")
                    .contains("&lt;script&gt;");
        }
    }

    private void says(Content content, @Nullable String member, Marks marks) {
        desk.says(1, Said.by(11, content, member, marks));
    }

    private static Object keys(String language) throws Exception {
        var properties = new Properties();
        try (var file = CardsTest.class.getResourceAsStream("/messages" + language + ".properties")) {
            properties.load(file);
        }
        return properties.keySet();
    }
}
