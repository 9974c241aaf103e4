package dev.rota.api;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what is wrong with a body, without quoting it. */
final class BodyFault {

    private BodyFault() {}

    static String sentence(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "member '" + unknown.getPropertyName() + "' is not known; expected " + known(unknown);
        }
        if (cause instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (cause instanceof JsonProcessingException unreadable && unreadable.getLocation() != null) {
            var at = unreadable.getLocation();
            return "the body is not JSON, at line " + at.getLineNr() + ", column " + at.getColumnNr();
        }
        return "the body is missing; expected a JSON object";
    }

    private static String mismatch(MismatchedInputException mismatch) {
        var member = member(mismatch);
        if (member.isEmpty()) {
            return "the body is not of the right form; expected one JSON object";
        }
        var type = mismatch.getTargetType();
        return "member '" + member + "' is missing or not of the right type; expected " + expected(type);
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-11-24T18:00:00-03:00";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "a whole number";
    }

    private static String member(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(joining("."));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(joining(", "));
    }
}
