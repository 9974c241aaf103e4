package dev.rota.flow.lint;

import dev.rota.config.Nearest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** What {@code ${body.a.b('c')}} leads to: the members of a type as Simple finds them. */
final class Members {

    private static final Pattern MEMBER = Pattern.compile("\\??\\.?(\\w+)(\\([^()]*\\))?(\\[[^\\]]*])?");
    private static final String OURS = "dev.rota.";

    private Members() {}

    /** A member that is not there. */
    static final class Missing extends Exception {

        private static final long serialVersionUID = 1L;

        Missing(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Follows a path of members, as far as the types are ours.
     *
     * @param path such as {@code .customer.attribute('product')}, or nothing
     * @throws Missing when one of them is not there
     */
    static ResolvableType at(ResolvableType from, String path) throws Missing {
        var type = from;
        var members = MEMBER.matcher(path);
        while (Types.isKnown(type) && members.find()) {
            if (!type.toClass().getName().startsWith(OURS)) {
                return Types.UNKNOWN;
            }
            type = members.group(3) == null ? member(type, members.group(1)) : Types.UNKNOWN;
        }
        return type;
    }

    /** The public methods of a type by that name; those of a sealed type are also those of its kinds. */
    static List<Method> methods(Class<?> type, String name) {
        return methods(type).filter(method -> method.getName().equals(name)).toList();
    }

    /** The names of the public methods of a type. */
    static Set<String> names(Class<?> type) {
        return methods(type).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResolvableType member(ResolvableType type, String name) throws Missing {
        var getter = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var found = Stream.of(name, "get" + getter, "is" + getter)
                .flatMap(each -> methods(type.toClass(), each).stream())
                .findFirst();
        return found.map(method -> Types.known(ResolvableType.forMethodReturnType(method)))
                .orElseThrow(() ->
                        new Missing(Types.shown(type) + " has no " + name + Nearest.hint(name, names(type.toClass()))));
    }

    private static Stream<Method> methods(Class<?> type) {
        var own = Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()));
        var kinds = Optional.ofNullable(type.getPermittedSubclasses()).stream().flatMap(Arrays::stream);
        return Stream.concat(own, kinds.flatMap(Members::methods));
    }
}
