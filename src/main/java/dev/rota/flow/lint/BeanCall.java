package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import dev.rota.flow.yaml.Written;
import dev.rota.flow.yaml.Yaml;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;

/** Whether a bean and its method exist, and take what a step gives them. */
final class BeanCall {

    private final Beans beans;

    BeanCall(Beans beans) {
        this.beans = beans;
    }

    /** What the call returns; unknown when something is wrong with it, which is a problem. */
    ResolvableType check(Yaml call, Given given) {
        var ref = call.text("ref").orElse(null);
        var method = call.text("method").orElse(null);
        if (ref == null) {
            call.problem("the call names no bean; expected ref: and one of our beans");
            return Types.UNKNOWN;
        }
        var type = beans.type(ref.text()).orElse(null);
        if (type == null) {
            problem(call, ref, "no bean is called '" + ref.text() + "'" + Nearest.hint(ref.text(), beans.names()));
            return Types.UNKNOWN;
        }
        if (method == null) {
            call.problem("'" + ref.text() + "' is called without a method" + Nearest.hint("", Members.names(type)));
            return Types.UNKNOWN;
        }
        try {
            return returned(call, type, ref.text(), method, given);
        } catch (Members.Missing e) {
            problem(call, method, e.sentence());
            return Types.UNKNOWN;
        }
    }

    private static ResolvableType returned(Yaml call, Class<?> type, String ref, Written written, Given given)
            throws Members.Missing {
        var arguments = Arguments.of(written.text());
        var methods = Members.methods(type, arguments.method());
        if (methods.isEmpty()) {
            var hint = Nearest.hint(arguments.method(), Members.names(type));
            problem(call, written, "'" + ref + "' has no method '" + arguments.method() + "'" + hint);
            return Types.UNKNOWN;
        }
        var values = arguments.types(given);
        var fitting = methods.stream()
                .filter(method -> fits(method, values, arguments.bare()))
                .findFirst();
        if (fitting.isEmpty()) {
            problem(
                    call,
                    written,
                    "'" + ref + "." + arguments.method() + "' takes " + wanted(methods.get(0)) + "; it is given "
                            + shown(values));
        }
        return fitting.map(ResolvableType::forMethodReturnType).orElse(Types.UNKNOWN);
    }

    /** A name alone gives the body to whoever takes one value, and calls who takes none. */
    private static boolean fits(Method method, List<ResolvableType> values, boolean bare) {
        if (bare && method.getParameterCount() == 0) {
            return true;
        }
        if (method.getParameterCount() != values.size()) {
            return false;
        }
        for (var i = 0; i < values.size(); i++) {
            if (!Types.mayBe(values.get(i), ResolvableType.forMethodParameter(method, i))) {
                return false;
            }
        }
        return true;
    }

    private static String wanted(Method method) {
        return method.getParameterCount() == 0
                ? "nothing"
                : Arrays.stream(method.getGenericParameterTypes())
                        .map(type -> Types.shown(ResolvableType.forType(type)))
                        .collect(Collectors.joining(", "));
    }

    private static String shown(List<ResolvableType> values) {
        return values.isEmpty()
                ? "nothing"
                : values.stream()
                        .map(type -> !Types.isKnown(type) ? "something" : Types.shown(type))
                        .collect(Collectors.joining(", "));
    }

    private static void problem(Yaml call, Written at, String sentence) {
        call.source().problem(at.place(), sentence);
    }
}
