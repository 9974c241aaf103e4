package dev.rota.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.config.Placeholders;
import dev.rota.flow.rules.ActiveRules.InForce;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Which rules are asked, and by whom. */
class ActiveRulesTest {

    @Test
    void a_transaction_hears_of_one_company_from_its_beginning_to_its_end(@TempDir Path folder) throws Exception {
        var first = inForce(1, Folders.in(folder.resolve("first")));
        var other = Folders.in(folder.resolve("other"));
        other.replace(Folders.QUEUE, "queue:on-call", "queue:support");
        var second = inForce(2, other);
        var transaction = new TransactionTemplate(new Nothing());
        try (var active = new ActiveRules(first)) {
            transaction.executeWithoutResult(status -> {
                assertThat(active.get()).isSameAs(first.set().rules());
                active.swap(second);
                assertThat(active.get()).isSameAs(first.set().rules());
                assertThat(active.now()).isSameAs(second);
            });

            assertThat(active.get()).as("after it").isSameAs(second.set().rules());
            assertThat(active.swaps()).isEqualTo(1);
        }
    }

    private static InForce inForce(long id, Folders folders) throws Exception {
        var set = new RuleCompiler(Placeholders.of(Path.of("."), name -> "set")).compileToDecide(folders.read());
        return new InForce(new Swap(id, set.rules().hash(), Instant.EPOCH, "one"), set);
    }

    /** Transactions of nothing: all that counts is where they begin and end. */
    private static final class Nothing extends AbstractPlatformTransactionManager
            implements PlatformTransactionManager {

        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // nothing begins
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // nothing is written
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // nothing is undone
        }
    }
}
