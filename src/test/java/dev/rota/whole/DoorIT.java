package dev.rota.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.whatsapp.Corpus;
import dev.rota.whatsapp.simulated.DoorClient;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.SignedWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the door of a running engine takes and refuses, seen from the street and in the ledger. */
@ExtendWith(Grounds.class)
@TestInstance(Lifecycle.PER_CLASS)
class DoorIT {

    private static final int AT_ONCE = 50;
    private static final int LARGE = 3 << 20;

    /** What the corpus says of its customers. */
    private static final List<String> OF_THE_CORPUS = List.of("551198765", "BR.1000000", "Bom dia", "wamid.");

    private final Ground ground;
    private final Helpdesk helpdesk = new Helpdesk();
    private final EngineProcess engine;
    private final DoorClient door;

    DoorIT(Ground ground) {
        this.ground = ground;
        engine = new EngineProcess("one", ground.folder(), ground.environment(helpdesk));
        door = new DoorClient(engine.door());
    }

    @BeforeAll
    void open() {
        engine.start();
        engine.awaitReady();
    }

    @AfterAll
    void close() {
        engine.close();
        helpdesk.close();
    }

    @Test
    void a_body_that_comes_fifty_times_at_once_is_one_message_with_one_ticket() throws Exception {
        var letter = letter(Letter.customer(90_000), "oi");

        assertThat(together(Collections.nCopies(AT_ONCE, () -> door.post(letter.webhook()))))
                .containsOnly(200);

        awaitQuiet();
        var said = truth().said(List.of(letter.wamid()));
        assertThat(said).hasSize(1);
        assertThat(helpdesk.shelf().conversations())
                .containsOnlyOnce(Long.toString(said.get(0).conversation()));
    }

    @Test
    void messages_that_follow_each_other_at_once_are_one_conversation_in_their_order() throws Exception {
        var letters = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> letter(Letter.customer(90_001), "oi " + n))
                .toList();

        for (var letter : letters) {
            assertThat(door.post(letter.webhook())).isEqualTo(200);
        }

        awaitQuiet();
        assertOneConversation(letters);
        assertThat(truth().said(wamids(letters)).stream().map(Truth.Said::wamid))
                .containsExactlyElementsOf(wamids(letters));
    }

    @Test
    void first_messages_of_one_customer_that_come_together_are_one_conversation() throws Exception {
        var letters = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> letter(Letter.customer(90_002), "oi " + n))
                .toList();

        assertThat(together(letters.stream()
                        .<Callable<Integer>>map(letter -> () -> door.post(letter.webhook()))
                        .toList()))
                .containsOnly(200);

        awaitQuiet();
        assertOneConversation(letters);
    }

    @Test
    void of_a_thousand_updates_ten_that_are_poison_are_parked_and_the_others_are_handled() throws Exception {
        awaitQuiet();
        var handled = truth().figure("handled");
        var parked = truth().figure("parked");

        assertThat(door.post(SignedWebhook.sign(thousandWithTenPoison(), Ground.APP_SECRET)))
                .isEqualTo(200);

        awaitQuiet();
        assertThat(truth().figure("handled")).isEqualTo(handled + 990);
        assertThat(truth().figure("parked")).isEqualTo(parked + 10);
        assertThat(new Logs(ground.folder()).leaks(Letter.CANARIES)).isEmpty();
    }

    /** A hundred messages of each of ten customers; every hundredth has no id, so nobody can tell it from its copies. */
    private byte[] thousandWithTenPoison() {
        var messages = IntStream.range(0, 1000)
                .mapToObj(n ->
                        "{\"from\":\"55119955%04d\",%s\"timestamp\":\"1795608000\",\"type\":\"text\",\"text\":{\"body\":\"xilofone %d\"}}"
                                .formatted(n % 10, n % 100 == 99 ? "" : "\"id\":\"wamid.thousand" + n + "\",", n))
                .collect(Collectors.joining(","));
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},"messages":[%s]}}]}]}
                """
                .formatted(ground.number("suporte").id(), messages)
                .getBytes(UTF_8);
    }

    static Stream<Arguments> wrongSignatures() {
        var right =
                SignedWebhook.sign(Corpus.payload("text"), Ground.APP_SECRET).signature();
        var forged =
                SignedWebhook.sign(Corpus.payload("text"), "another secret").signature();
        return Stream.of(
                Arguments.of("forged", forged),
                Arguments.of("missing", ""),
                Arguments.of("truncated", right.substring(0, right.length() - 2)),
                Arguments.of(
                        "of another body",
                        SignedWebhook.sign(new byte[0], Ground.APP_SECRET).signature()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSignatures")
    void news_that_is_not_signed_is_refused_and_leaves_nothing(String name, String signature) throws Exception {
        var before = events();

        assertThat(door.post(new SignedWebhook(Corpus.payload("text"), signature)))
                .isEqualTo(401);

        assertThat(events()).isEqualTo(before);
    }

    Stream<Arguments> bodies() {
        var corpus = Corpus.names().stream().map(name -> Arguments.of(name, Corpus.payload(name)));
        var made = Stream.of(
                Arguments.of("not JSON", "hello".getBytes(UTF_8)),
                Arguments.of("nothing at all", new byte[0]),
                Arguments.of("bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}),
                Arguments.of("3 MB of spaces", " ".repeat(LARGE).getBytes(UTF_8)),
                Arguments.of("a text with 3 MB", said("x".repeat(LARGE))),
                Arguments.of("a text with NUL", said("a\u0000b")));
        return Stream.concat(corpus, made);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void whatever_is_signed_is_taken_and_ends_handled_or_parked(String name, byte[] body) throws Exception {
        var before = events();

        assertThat(door.post(SignedWebhook.sign(body, Ground.APP_SECRET))).isEqualTo(200);

        awaitQuiet();
        assertThat(events()).isGreaterThan(before);
        assertThat(truth().figure("received")).isEqualTo(truth().figure("handled") + truth().figure("parked"));
        assertThat(truth().faults(List.of(), helpdesk.shelf().conversations(), ground.room()))
                .isEmpty();
        assertThat(new Logs(ground.folder()).leaks(Letter.CANARIES)).isEmpty();
        assertThat(new Logs(ground.folder()).leaks(OF_THE_CORPUS)).isEmpty();
    }

    /** How many events the engine has taken, those that it knew already included. */
    private long events() {
        return truth().figure("received") + truth().figure("duplicate");
    }

    private void assertOneConversation(List<Letter> letters) {
        var said = truth().said(wamids(letters));
        assertThat(said).hasSameSizeAs(letters);
        assertThat(said.stream().map(Truth.Said::conversation).distinct()).hasSize(1);
    }

    private void awaitQuiet() {
        await().atMost(EngineProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> truth().quiet());
    }

    private Truth truth() {
        return Truth.in(ground.data());
    }

    private Letter letter(Person from, String text) {
        return Letter.of(from, ground.number("suporte"), text + ", xilofone");
    }

    private static List<String> wamids(List<Letter> letters) {
        return letters.stream().map(Letter::wamid).toList();
    }

    private byte[] said(String text) {
        return letter(Letter.customer(90_003), text).webhook().body();
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
