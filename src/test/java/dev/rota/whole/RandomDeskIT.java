package dev.rota.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rota.desk.Company;
import dev.rota.whatsapp.simulated.DoorClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two supervisors and two agents do at random what can be done at the desk, over wires that break, while customers
 * write; then the engine is killed. {@code -Drota.desk.seconds} says for how long, {@code -Drota.desk.seed} what they do.
 */
@ExtendWith(Grounds.class)
class RandomDeskIT {

    private static final long SECONDS = Long.getLong("rota.desk.seconds", 30);
    private static final long SEED = Long.getLong("rota.desk.seed", System.nanoTime());
    private static final String TOKEN = "whole_api_token";
    private static final List<String> PEOPLE = List.of("otto", "nina", "ana", "davi");
    private static final Duration REST = Duration.ofSeconds(40);
    private static final double REST_MS = REST.toSeconds() * 1000.0;
    private static final Locator.WaitForOptions PATIENTLY = new Locator.WaitForOptions().setTimeout(REST_MS);
    private static final int CUSTOMERS = 14;

    /** How many times as long it takes on a slow machine, at most, until everything has been done. */
    private static final int LATEST = 4;

    private static final String WRITTEN =
            """
            SELECT id, conversation, text FROM message
            WHERE direction = 'out' AND author <> 'rota' ORDER BY id
            """;

    private final Random random = new Random(SEED);
    private final Replied replied = new Replied();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final Map<Seat.Deed, Integer> done = new EnumMap<>(Seat.Deed.class);
    private int cuts;

    @Test
    void at_rest_every_screen_is_the_servers_and_nobody_answered_twice(Ground ground) throws Exception {
        prepare(ground);
        try (var helpdesk = new Helpdesk();
                var meta = new Answered();
                var engine = new EngineProcess("desk", ground.folder(), environment(ground, helpdesk, meta));
                var browser = Browser.start()) {
            engine.start();
            engine.awaitReady();
            sit(engine, browser);
            var door = new DoorClient(engine.door());
            act(ground, door);
            rest(ground);
            var before = Truth.database(ground.data());
            await().atMost(REST).until(() -> new Truth(before).quiet());
            crash(engine);
            rest(ground);
            var jdbc = Truth.database(ground.data()); // it was the engine's, and is elsewhere now
            recount(jdbc, ground.company());

            var soft = new SoftAssertions();
            watches.forEach(watch -> soft.assertThat(watch.faults()).isEmpty());
            soft.assertThat(replied.faults(written(jdbc), meta.texts())).isEmpty();
            soft.assertThat(enough()).as("everything was done: %s", done).isTrue();
            soft.assertAll();
        } finally {
            System.out.println("the desk at random, seed " + SEED + ": " + done + ", answers " + replied.count()
                    + ", refused " + replied.refusals() + ", cuts " + cuts);
            for (var seat : seats) {
                seat.wire.close();
            }
        }
    }

    /** Nothing is given out by itself, nobody may have many, and both supervisors see to support. */
    private static void prepare(Ground ground) throws IOException {
        ground.giveRoom(4);
        replace(ground.config().resolve("queues.yaml"), "strategy: least-loaded", "strategy: manual");
        replace(ground.config().resolve("teams.yaml"), "(Suporte, supervisors: \\[)otto", "$1otto, nina");
    }

    private static void replace(Path file, String pattern, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll(pattern, by));
    }

    private static Map<String, String> environment(Ground ground, Helpdesk helpdesk, Answered meta) {
        var environment = new HashMap<>(ground.environment(helpdesk));
        environment.put("ROTA_API_TOKENS", "test:admin:" + TOKEN);
        environment.put("ROTA_GRAPH_URL", meta.url());
        return environment;
    }

    private void sit(EngineProcess engine, Browser browser) throws IOException, InterruptedException {
        for (var name : PEOPLE) {
            var wire = new Wire(engine.desk());
            var page = browser.page();
            watches.add(Watch.over(page, name, replied, wire::wasCut));
            new Invitations(engine.desk(), TOKEN).accept(page, name);
            page.navigate(wire.url() + "/");
            seats.add(new Seat(name, page, wire, new Random(random.nextLong())));
        }
    }

    private void act(Ground ground, DoorClient door) throws IOException, InterruptedException {
        var length = Duration.ofSeconds(SECONDS).toNanos();
        var start = System.nanoTime();
        for (var step = 0; System.nanoTime() - start < (enough() ? length : LATEST * length); step++) {
            if (step % 12 == 0) {
                write(ground, door, step);
            }
            var seat = seats.get(random.nextInt(seats.size()));
            if (random.nextInt(40) == 0) {
                seat.wire.cut();
                cuts++;
            } else if (random.nextInt(6) == 0) {
                seat.wire.mend();
            }
            var deed = Seat.Deed.any(random);
            if (seat.tries(deed)) {
                done.merge(deed, 1, Integer::sum);
            }
        }
    }

    /** Whether each thing has been done, so that the rest says something. */
    private boolean enough() {
        return done.size() == Seat.Deed.values().length && replied.count() > 0 && cuts > 0;
    }

    private void write(Ground ground, DoorClient door, int n) throws IOException, InterruptedException {
        var number = ground.number(random.nextInt(4) == 0 ? "vendas" : "suporte");
        var letter = Letter.of(Letter.customer(random.nextInt(CUSTOMERS)), number, "caiu a internet, xilofone " + n);
        assertThat(door.post(letter.webhook())).isEqualTo(200);
    }

    /** All wires are whole, nobody touches anything, and each page comes to show what is so. */
    private void rest(Ground ground) {
        for (var seat : seats) {
            seat.wire.mend();
            seat.leaveAlone();
        }
        for (var seat : seats) {
            seat.page.locator("#live[data-state=live]").waitFor(PATIENTLY);
            await(seat.name + " sees what is so").atMost(REST).untilAsserted(() -> {
                var screen = Screen.of(seat.page);
                assertThat(screen.faults(screen.asked(seat, seat.name, ground.company())))
                        .as(seat.name)
                        .isEmpty();
            });
        }
    }

    /** The engine is killed and started again, which to the pages is a wire that is cut. */
    private void crash(EngineProcess engine) {
        for (var seat : seats) {
            seat.wire.cut();
        }
        engine.kill();
        engine.start();
        engine.awaitReady();
    }

    /** With somebody gone on a break, the pages of figures say what a recount says. */
    private void recount(JdbcClient jdbc, Company company) {
        var floor = new FloorScreen(jdbc, company, "otto");
        var report = new ReportScreen(jdbc, company, "otto");
        seats.stream()
                .filter(seat -> seat.page.locator("#presence-break").count() > 0) // who is on shift at this hour
                .findAny()
                .ifPresent(seat -> {
                    seat.page.locator("#presence-break").click();
                    seat.page.locator("#presence-back").waitFor(PATIENTLY);
                });
        shows("/floor", page -> assertThat(FloorScreen.of(page)).isEqualTo(floor.recounted()));
        shows("/reports", page -> assertThat(ReportScreen.of(page)).isEqualTo(report.counted()));
    }

    private void shows(String path, Consumer<Page> what) {
        var otto = seats.get(PEOPLE.indexOf("otto"));
        otto.page.setDefaultTimeout(REST_MS);
        await(path + " is what a recount says").atMost(REST).untilAsserted(() -> {
            otto.page.navigate(otto.wire.url() + path);
            what.accept(otto.page);
        });
    }

    private static List<Replied.Written> written(JdbcClient jdbc) {
        return jdbc.sql(WRITTEN)
                .query((row, n) -> new Replied.Written(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }
}
