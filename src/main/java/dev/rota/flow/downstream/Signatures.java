package dev.rota.flow.downstream;

import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.desk.Company;
import dev.rota.desk.Downstream;
import dev.rota.downstream.back.CallbackSignature;
import dev.rota.downstream.back.SignatureAnnotations;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How those downstreams sign that tell by themselves, as their Kamelets say it. */
final class Signatures {

    private Signatures() {}

    /** What is wrong with how an adapter's Kamelet says it; nothing where nobody has to sign. */
    static Optional<Problem> fault(Adapter adapter, RuleFiles files) {
        if (!adapter.isBack()) {
            return Optional.empty();
        }
        return SignatureAnnotations.faults(annotations(adapter, files)).stream()
                .findFirst()
                .map(fault -> new Problem(files.path(path(adapter)), 1, fault.annotation() + " " + fault.sentence()));
    }

    /** Those of a company whose Kamelets are sound, by the names of their downstreams. */
    static Map<String, CallbackSignature> of(Company company, RuleFiles files) {
        var signatures = new HashMap<String, CallbackSignature>();
        Adapter.of(company).stream()
                .filter(Adapter::isBack)
                .forEach(adapter -> signatures.put(
                        adapter.name().substring(Downstream.BACK.length()),
                        CallbackSignature.of(annotations(adapter, files))));
        return signatures;
    }

    private static Map<String, String> annotations(Adapter adapter, RuleFiles files) {
        return files.find(path(adapter))
                .map(file -> KameletAnnotations.of(file, adapter.with()))
                .orElse(Map.of());
    }

    private static String path(Adapter adapter) {
        return RuleFiles.DOWNSTREAM + adapter.kamelet() + ".kamelet.yaml";
    }
}
