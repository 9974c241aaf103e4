package dev.rota.flow.downstream;

import dev.rota.desk.DeliveryOutcome;
import dev.rota.desk.DeliveryOutcome.Ambiguous;
import dev.rota.desk.DeliveryOutcome.Delivered;
import dev.rota.desk.DeliveryOutcome.Refused;
import dev.rota.desk.DeliveryOutcome.Retry;
import dev.rota.downstream.Errands;
import dev.rota.downstream.Outcomes;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What became of a command that was written to Kafka. */
public final class KafkaOutcomes {

    private static final String NO_TOPIC = "has no such topic: make it, or correct 'topic' in config/downstreams.yaml";

    /** How Kafka begins when it gives up what it has handed to the network. */
    private static final String EXPIRED = "Expiring";

    private final Outcomes outcomes;

    KafkaOutcomes(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** All brokers that must have it have it. */
    public DeliveryOutcome written() {
        return new Delivered(null, null, "created");
    }

    /**
     * What an exception of Kafka's client says.
     *
     * @param name the downstream's
     * @see <a href="https://kafka.apache.org/39/javadoc/org/apache/kafka/clients/producer/KafkaProducer.html">KafkaProducer</a>
     */
    public DeliveryOutcome failed(String name, Exception failure) {
        return Errands.naming(name, failed(ExceptionUtils.getThrowableList(failure)));
    }

    private DeliveryOutcome failed(List<Throwable> causes) {
        if (any(causes, UnknownTopicOrPartitionException.class) || any(causes, InvalidTopicException.class)) {
            return new Refused(NO_TOPIC);
        }
        if (any(causes, AuthenticationException.class)) {
            return outcomes.locked("does not let us in");
        }
        if (any(causes, AuthorizationException.class)) {
            return outcomes.locked("does not let us write to its topic");
        }
        if (any(causes, RecordTooLargeException.class)) {
            return new Refused("takes no message as large as this one: raise max.message.bytes of its topic");
        }
        if (causes.stream().anyMatch(KafkaOutcomes::isSetUpWrongly)) {
            return new Refused("was not asked: Kafka's client does not take its parameters in config/downstreams.yaml");
        }
        return causes.stream().anyMatch(KafkaOutcomes::mayBeThere)
                ? new Ambiguous("did not say in time whether it has it; it is written again, with the same id")
                : new Retry("can't be reached", null);
    }

    private static boolean mayBeThere(Throwable cause) {
        return cause instanceof TimeoutException
                && String.valueOf(cause.getMessage()).startsWith(EXPIRED);
    }

    /** A name that nobody knows at present is no fault of the files. */
    private static boolean isSetUpWrongly(Throwable cause) {
        return (cause instanceof ConfigException || cause instanceof IllegalArgumentException)
                && !String.valueOf(cause.getMessage()).contains("bootstrap urls");
    }

    private static boolean any(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
