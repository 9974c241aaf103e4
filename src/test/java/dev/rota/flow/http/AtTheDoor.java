package dev.rota.flow.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that share one running door, each before an empty journal. */
abstract class AtTheDoor {

    static RunningDoor door;

    @BeforeAll
    static void open() throws Exception {
        door = RunningDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void forget() {
        door.journal().forget();
    }
}
