package dev.rota.flow.yaml;

import dev.rota.config.Problem;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** One route file as YAML, read by the parser that Camel uses, and the list that its problems go to. */
public record Source(RouteFile file, List<Problem> problems) {

    /** The root of the file; absent when it is not YAML or holds nothing. */
    public Optional<Node> root() {
        var settings = LoadSettings.builder().build();
        try {
            if (refusesAnchors(settings)) {
                return Optional.empty();
            }
            return new Compose(settings).composeInputStream(bytes());
        } catch (MarkedYamlEngineException e) {
            problem(place(e.getProblemMark()), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problem(new Place(file, 1), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Where a node begins. */
    public Place place(Node node) {
        return place(node.getStartMark());
    }

    /** Adds a problem. */
    public void problem(Place place, String sentence) {
        problems.add(place.problem(sentence));
    }

    /** Adds a problem of a node, at its first line. */
    public void problem(Node node, String sentence) {
        problem(place(node), sentence);
    }

    /** A repeated block has one line for two places, and may even contain itself. */
    private boolean refusesAnchors(LoadSettings settings) {
        for (var event : new Parse(settings).parseInputStream(bytes())) {
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                problem(place(event.getStartMark()), "anchors (&, *) are not used in routes; write the steps out");
                return true;
            }
        }
        return false;
    }

    private ByteArrayInputStream bytes() {
        return new ByteArrayInputStream(file.bytes());
    }

    private Place place(Optional<Mark> mark) {
        return new Place(file, mark.map(Mark::getLine).orElse(0) + 1);
    }
}
