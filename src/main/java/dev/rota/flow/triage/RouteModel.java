package dev.rota.flow.triage;

import dev.rota.routing.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Predicate;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.WhenDefinition;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read and linted into Camel's model, each rule wrapped so that it records itself.
 *
 * <p>The model is made from what the lint saw rather than from a second reading of the file, so nothing else can run.
 */
final class RouteModel {

    private final Language simple;
    private final List<Branch> branches = new ArrayList<>();

    RouteModel(Language simple) {
        this.simple = simple;
    }

    /** Every way through the choices of the routes that were turned. */
    List<Branch> branches() {
        return branches;
    }

    RouteDefinition of(TriageRoute route) {
        var definition = new RouteDefinition();
        definition.setId(route.name());
        definition.setInput(new FromDefinition(Target.DIRECT + ":" + route.name()));
        definition.setOutputs(outputs(route.steps(), route.name()));
        return definition;
    }

    private List<ProcessorDefinition<?>> outputs(List<Step> steps, String outer) {
        var outputs = new ArrayList<ProcessorDefinition<?>>();
        for (var step : steps) {
            var id = idOr(step.id(), outer);
            if (step instanceof Step.Choice choice) {
                outputs.add(choice(choice, id));
            } else if (step instanceof Step.To to && to.target() != null) {
                var uri = to.target().uri();
                var rule = new Rule(to.place(), id, uri);
                outputs.add(new ProcessDefinition(exchange -> Trace.of(exchange).at(rule)));
                outputs.add(new ToDefinition(uri));
            }
        }
        return outputs;
    }

    private ChoiceDefinition choice(Step.Choice choice, String id) {
        var definition = new ChoiceDefinition();
        for (var branch : choice.branches()) {
            var step = idOr(branch.id(), id);
            var when = new WhenDefinition(predicate(branch, step));
            when.setOutputs(outputs(branch.steps(), step));
            definition.addOutput(when);
        }
        if (choice.otherwise() != null) {
            definition.addOutput(otherwise(choice.otherwise(), id));
        }
        return definition;
    }

    private OtherwiseDefinition otherwise(Step.Branch branch, String outer) {
        var step = idOr(branch.id(), outer);
        var taken = way(branch, step, "otherwise").gave("true");
        var definition = new OtherwiseDefinition();
        definition.addOutput(
                new ProcessDefinition(exchange -> Trace.of(exchange).add(taken)));
        outputs(branch.steps(), step).forEach(definition::addOutput);
        return definition;
    }

    private Predicate predicate(Step.Branch branch, String step) {
        var condition = Objects.requireNonNull(branch.condition()).text().strip();
        return new RecordingPredicate(simple.createPredicate(condition), way(branch, step, condition));
    }

    private Rule way(Step.Branch branch, String step, String text) {
        var rule = new Rule(branch.place(), step, text);
        branches.add(rule.branch());
        return rule;
    }

    private static String idOr(@Nullable String id, String outer) {
        return id == null ? outer : id;
    }
}
