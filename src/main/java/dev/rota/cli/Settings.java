package dev.rota.cli;

import dev.rota.config.ConfigReader;
import dev.rota.config.Placeholders;
import dev.rota.config.Reading;
import dev.rota.config.RuleFiles;
import dev.rota.config.RuleFolders;
import dev.rota.desk.Company;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the environment says; an empty variable counts as one that is not set. */
record Settings(Map<String, String> variables) {

    static final String APP_SECRETS = "ROTA_WHATSAPP_APP_SECRETS";
    static final String VERIFY_TOKEN = "ROTA_WHATSAPP_VERIFY_TOKEN";
    static final String ACCESS_TOKEN = "ROTA_WHATSAPP_ACCESS_TOKEN";
    static final String HELPDESK_URL = "ROTA_HELPDESK_URL";
    static final String HELPDESK_SECRET = "ROTA_HELPDESK_SECRET";
    static final String ADMIN_PASSWORD = "ROTA_ADMIN_PASSWORD";
    static final String API_TOKENS = "ROTA_API_TOKENS";
    static final String TOKEN = "ROTA_TOKEN";

    Settings {
        variables = Map.copyOf(variables);
    }

    static Settings ofProcess() {
        return new Settings(System.getenv());
    }

    /** The same, with values for what is not set. */
    Settings orElse(Map<String, String> defaults) {
        var all = new HashMap<>(defaults);
        variables.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value);
            }
        });
        return new Settings(all);
    }

    /** The same, with the files of a folder that has config and routes in it. */
    Settings in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.wrongUse("There is no folder " + folder + ".");
        }
        var all = new HashMap<>(variables);
        all.put("ROTA_CONFIG_DIR", folder.resolve("config").toString());
        all.put("ROTA_ROUTES_DIR", folder.resolve("routes").toString());
        return new Settings(all);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** The company as the files say it, with the placeholders that can be resolved. */
    Reading company() {
        return ConfigReader.read(RuleFolders.readConfig(configDir()), placeholders());
    }

    /** The files that an engine on this machine would swap as one. */
    RuleFiles ruleFiles() {
        return RuleFolders.read(configDir(), routesDir());
    }

    /** What the environment has for placeholders. */
    Placeholders placeholders() {
        return Placeholders.of(configDir(), variables::get);
    }

    Path dataDir() {
        return Path.of(get("ROTA_DATA_DIR").orElse("data"));
    }

    Path configDir() {
        return fromHere(get("ROTA_CONFIG_DIR").orElse("config"));
    }

    /** Where an engine's panel and API are. */
    URI url() {
        return get("ROTA_URL").map(URI::create).orElseGet(this::here);
    }

    /** The company, whatever its secrets are; a file with a problem is wrong use. */
    Company requiredCompany() {
        var reading = company();
        if (reading.company() == null) {
            throw CommandFailure.wrongUse(
                    reading.problems().stream().map(Object::toString).toList());
        }
        return reading.company();
    }

    Path routesDir() {
        return fromHere(get("ROTA_ROUTES_DIR").orElse("routes"));
    }

    /** As somebody here would write it, which is how problems quote it. */
    private static Path fromHere(String folder) {
        var here = Path.of("").toAbsolutePath();
        var path = Path.of(folder);
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /** Where the panel and API of an engine on this machine are. */
    URI here() {
        return URI.create("http://localhost:" + port("ROTA_PORT", 8080));
    }

    /** Where that engine's door is: on the same machine, on a port of its own. */
    URI door() {
        var desk = url();
        return URI.create(desk.getScheme() + "://" + desk.getHost() + ":" + webhookPort() + "/webhooks/whatsapp");
    }

    int webhookPort() {
        return port("ROTA_WEBHOOK_PORT", 8081);
    }

    int port(String name, int otherwise) {
        var text = get(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw CommandFailure.wrongUse(name + " is '" + text + "', but a port is a number from 0 to 65535.");
        }
        return Integer.parseInt(text);
    }

    @Override
    public String toString() {
        return "Settings" + variables.keySet();
    }
}
