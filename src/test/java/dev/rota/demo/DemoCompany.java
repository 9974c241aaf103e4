package dev.rota.demo;

import dev.rota.config.ConfigReader;
import dev.rota.desk.Company;
import dev.rota.whatsapp.simulated.RecordingDoor;
import java.nio.file.Path;

/** The example company, whose every secret is the recording door's. */
final class DemoCompany {

    private static final Company COMPANY =
            ConfigReader.read(Path.of("config"), name -> RecordingDoor.SECRET).required();

    private DemoCompany() {}

    static Company make() {
        return COMPANY;
    }
}
