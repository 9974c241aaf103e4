package dev.rota.flow.triage;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Prints how many decisions fit into a second of processor time with the example company's routes; asserts nothing. */
final class DecisionSpeed {

    private static final int ROUNDS = 8;
    private static final int DECISIONS = 20_000;

    private DecisionSpeed() {}

    public static void main(String[] words) {
        var inquiries = List.of(
                Ask.text("Boa noite, caiu minha fibra de novo").at("23:30").inquiry(),
                Ask.text("Segunda via do boleto por favor").inquiry(),
                Ask.text("quero cancelar").tier("gold").inquiry(),
                Ask.text("Quais planos vocês têm?").number("vendas").inquiry(),
                Ask.text("oi, bom dia").inquiry());
        var cpu = ManagementFactory.getThreadMXBean();
        PrintStream out = System.out;
        try (var routes = Fibranorte.routeSet()) {
            for (int round = 1; round <= ROUNDS; round++) {
                var start = cpu.getCurrentThreadCpuTime();
                for (int i = 0; i < DECISIONS; i++) {
                    routes.decide(inquiries.get(i % inquiries.size()));
                }
                out.printf(
                        "round %d: %,.0f decisions/s%n",
                        round, DECISIONS * 1e9 / (cpu.getCurrentThreadCpuTime() - start));
            }
        }
    }
}
