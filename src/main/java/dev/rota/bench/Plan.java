package dev.rota.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run does.
 *
 * @param time how long each closed loop and the open loop last
 * @param connections the numbers of connections of the closed loops, one measurement each
 * @param rate messages per second of the open loop
 * @param routes the folder of the routes that the engine runs
 */
record Plan(Duration time, List<Integer> connections, int rate, Path routes) {

    Plan {
        connections = List.copyOf(connections);
    }
}
