package dev.rota.demo;

import dev.rota.desk.Company;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Lets one of the invented customers write every few seconds, until there is enough to do. */
final class Trickle {

    static final int ENOUGH = 60;

    private final Cast cast;
    private final Supplier<Company> company;
    private final Phone phone;
    private final OpenConversations open;
    private final Later later;
    private final Random random;
    private volatile boolean paused;

    Trickle(
            Cast cast,
            Supplier<Company> company,
            Phone phone,
            OpenConversations open,
            Later later,
            DemoSettings settings) {
        this.cast = cast;
        this.company = company;
        this.phone = phone;
        this.open = open;
        this.later = later;
        random = new Random(settings.seed());
        paused = !settings.trickle();
    }

    /** Begins; it goes on until the demo ends. */
    void start() {
        later.after(Duration.ofMillis(random.nextLong(4_000, 12_000)), () -> {
            start();
            next();
        });
    }

    /** Lets one customer write, unless it is paused or there is enough to do. */
    void next() {
        if (!paused && open.count() <= ENOUGH) {
            var customer = any(cast.customers());
            var saying = any(cast.sayingsOf(customer));
            var number = company.get().numbers().get(saying.number());
            if (number != null) {
                phone.write(customer.person(), number, saying.text());
            }
        }
    }

    boolean paused() {
        return paused;
    }

    void pause(boolean now) {
        paused = now;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
