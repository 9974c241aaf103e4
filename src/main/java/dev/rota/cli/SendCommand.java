package dev.rota.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rota.desk.App;
import dev.rota.desk.Company;
import dev.rota.desk.Number;
import dev.rota.whatsapp.simulated.DoorClient;
import dev.rota.whatsapp.simulated.MetaWebhook;
import dev.rota.whatsapp.simulated.Person;
import dev.rota.whatsapp.simulated.SignedWebhook;
import dev.rota.whatsapp.simulated.Wamid;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rota send}: a signed webhook to a running engine, as Meta would send it. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Writes to one of the company's numbers as a customer would.")
public final class SendCommand implements Callable<Integer> {

    private static final int NOT_STORED = 1;

    private final Settings settings;
    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", required = true, paramLabel = "PHONE", description = "The customer's phone.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "NUMBER",
            description = "A name in config/numbers.yaml, or the team of just one.")
    private String to = "";

    @Option(names = "--name", description = "The customer's name on WhatsApp.")
    private String name = "Customer";

    @Option(names = "--button", paramLabel = "ID", description = "Tap this button, with TEXT as its title.")
    private @Nullable String button;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "What the customer writes.")
    private List<String> words = List.of();

    public SendCommand() {
        this(Settings.ofProcess());
    }

    SendCommand(Settings environment) {
        settings = environment.orElse(DemoSecrets.read(environment.dataDir()));
    }

    @Override
    public Integer call() throws InterruptedException {
        var customer = new Person(from, name);
        if (!customer.waId().matches("\\d{8,15}")) {
            throw CommandFailure.wrongUse("--from is not a phone: expected 8 to 15 digits, with the country's code.");
        }
        var company = settings.requiredCompany();
        var number = number(company);
        var wamid = Wamid.inbound(customer);
        var status = post(SignedWebhook.sign(body(customer, number, wamid), secret(company, number)));
        print(status, wamid);
        return status == 200 ? 0 : NOT_STORED;
    }

    private byte[] body(Person customer, Number number, String wamid) {
        var text = String.join(" ", words);
        var webhook = new MetaWebhook(number);
        if (button != null) {
            return webhook.button(customer, wamid, clock.instant(), button, text.isEmpty() ? button : text);
        }
        if (text.isBlank()) {
            throw CommandFailure.wrongUse("There is no TEXT to send.");
        }
        return webhook.text(customer, wamid, clock.instant(), text);
    }

    private Number number(Company company) {
        var named = company.numbers().get(to);
        return named != null ? named : onlyNumberOfTeam(company);
    }

    private Number onlyNumberOfTeam(Company company) {
        var numbers = company.numbers().values().stream()
                .filter(number -> number.teams().contains(to))
                .toList();
        if (numbers.size() != 1) {
            throw CommandFailure.wrongUse("config/numbers.yaml has no number '" + to + "'; it has "
                    + String.join(", ", new TreeSet<>(company.numbers().keySet())) + ".");
        }
        return numbers.get(0);
    }

    private String secret(Company company, Number number) {
        return Optional.ofNullable(company.apps().get(number.app()))
                .flatMap(app -> app.secretAt(clock.instant()))
                .map(App.Secret::value)
                .orElseThrow(() -> CommandFailure.wrongUse("There is nothing to sign with: set " + Settings.APP_SECRETS
                        + ", or run a demo on the data folder " + settings.dataDir() + "."));
    }

    private int post(SignedWebhook webhook) throws InterruptedException {
        try {
            return new DoorClient(settings.door()).post(webhook);
        } catch (HttpTimeoutException e) {
            throw CommandFailure.found("The door at " + settings.door() + " did not answer within 10 seconds.");
        } catch (IOException e) {
            throw CommandFailure.found("No engine answers at " + settings.door() + ": start one with ./rota demo.");
        }
    }

    private void print(int status, String wamid) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("status", status)
                    .put("wamid", wamid)
                    .put("url", settings.door().toString()));
        } else {
            out.println(status == 200 ? "stored (200)" : "not stored: the door answered " + status);
        }
    }
}
