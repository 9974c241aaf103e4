package dev.rota.api;

import dev.rota.conversation.Refusal;
import dev.rota.conversation.UnknownCursor;
import dev.rota.customer.NotAProfile;
import dev.rota.desk.FileKind;
import dev.rota.keeping.NotErased;
import dev.rota.media.NotSendable;
import dev.rota.search.Unsearchable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what could not be done with a sentence, as RFC 9457 has it. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail notFound(Refusal.NotFound refusal) {
        return problem(HttpStatus.NOT_FOUND, refusal);
    }

    @ExceptionHandler
    ProblemDetail notErased(NotErased refusal) {
        return problem(refusal.later() ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND, refusal);
    }

    @ExceptionHandler
    ProblemDetail forbidden(Refusal.Forbidden refusal) {
        return problem(HttpStatus.FORBIDDEN, refusal);
    }

    @ExceptionHandler
    ProblemDetail stale(Refusal.Stale refusal) {
        var problem = problem(HttpStatus.CONFLICT, refusal);
        problem.setProperty("owner", refusal.owner());
        problem.setProperty("epoch", refusal.epoch());
        if (!refusal.since().isEmpty()) {
            problem.setProperty("since", refusal.since());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(Refusal.Invalid refusal) {
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, refusal);
        problem.setProperty("field", refusal.field());
        if (refusal.faults().size() > 1) {
            problem.setProperty("faults", refusal.faults());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notSendable(NotSendable fault) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(fault.getMessage()));
        problem.setProperty("field", "file");
        return problem;
    }

    /** What is announced as larger than anything that Meta takes is not even read. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "Meta takes files of up to " + FileKind.DOCUMENT.megabytes() + " MB; this one is larger");
        problem.setProperty("field", "file");
        return handleExceptionInternal(fault, problem, headers, HttpStatus.PAYLOAD_TOO_LARGE, request);
    }

    @ExceptionHandler
    ProblemDetail notAProfile(NotAProfile fault) {
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, fault);
        problem.setProperty("field", fault.field());
        return problem;
    }

    @ExceptionHandler({BadParameter.class, UnknownCursor.class})
    ProblemDetail badParameter(RuntimeException fault) {
        return problem(HttpStatus.BAD_REQUEST, fault);
    }

    @ExceptionHandler
    ProblemDetail unsearchable(Unsearchable fault) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "parameter 'q': " + fault.getMessage());
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ProblemDetail unavailable(RuntimeException fault) {
        logger.warn("the API could not reach the database", fault);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer; try again");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, BodyFault.sentence(fault.getCause()));
        return handleExceptionInternal(fault, problem, headers, status, request);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException sentence) {
        return ProblemDetail.forStatusAndDetail(status, sentence.getMessage());
    }
}
