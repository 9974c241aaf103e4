package dev.rota.bench;

import java.io.IOException;
import java.util.Arrays;

/** Runs a program for as long as the one that started it lives: when that is killed, its end of the pipe closes. */
final class Tether {

    private Tether() {}

    /**
     * Runs it.
     *
     * @param args the class of the program, and its arguments
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        var watch = new Thread(Tether::awaitEnd, "tether");
        watch.setDaemon(true);
        watch.start();
        var program = Class.forName(args[0]).getMethod("main", String[].class);
        program.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said; only the end counts.
            }
        } catch (IOException e) {
            // A pipe that breaks has ended too.
        }
        Runtime.getRuntime().halt(1);
    }
}
