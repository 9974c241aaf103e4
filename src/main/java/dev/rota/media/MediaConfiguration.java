package dev.rota.media;

import dev.rota.desk.Age;
import dev.rota.desk.Attachments;
import dev.rota.desk.Backoff;
import dev.rota.desk.Company;
import dev.rota.desk.Erasable;
import dev.rota.desk.Kept;
import dev.rota.desk.Settled;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Puts together what fetches, keeps and forgets files. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(4);

    @Bean
    MediaSettings mediaSettings(
            @Value("${rota.media.folder}") Path folder,
            @Value("${rota.media.largest}") DataSize largest,
            @Value("${rota.media.keep-free}") DataSize keepFree,
            @Value("${rota.media.hosts}") Set<String> hosts,
            @Value("${rota.graph-url}") URI graph) {
        return new MediaSettings(folder, largest.toBytes(), keepFree.toBytes(), new Hosts(hosts, graph));
    }

    @Bean
    MediaFolder mediaFolder(MediaSettings settings) {
        return new MediaFolder(settings.folder());
    }

    @Bean
    KeptBytes keptBytes(JdbcClient jdbc, TransactionTemplate transaction, MediaFolder folder) {
        return new KeptBytes(jdbc, transaction, folder);
    }

    @Bean
    MediaTable mediaTable(JdbcClient jdbc, TransactionTemplate transaction, KeptBytes bytes, Clock clock) {
        return new MediaTable(jdbc, transaction, bytes, clock);
    }

    /** What routes call {@code uploads}. */
    @Bean
    KeptUploads uploads(
            JdbcClient jdbc, TransactionTemplate transaction, KeptBytes bytes, MediaFolder folder, Clock clock) {
        return new KeptUploads(new UploadTable(jdbc, transaction, bytes, clock), folder, new FileTypes());
    }

    @Bean(destroyMethod = "close")
    Download download(MediaSettings settings) {
        var addresses = new PublicHosts(
                SystemDefaultDnsResolver.INSTANCE, settings.hosts().trusted());
        return new Download(addresses, LONGEST_DOWNLOAD);
    }

    @Bean
    FileFetcher fileFetcher(MediaSettings settings, MediaFolder folder, Download download) {
        return new FileFetcher(settings, folder, download, new FileTypes());
    }

    /** Where {@code work:dueFiles} takes from. */
    @Bean
    DueFiles dueFiles(MediaTable table, Supplier<Company> company, Settled settled, Clock clock) {
        return new DueFiles(table, company, settled, new Backoff(RandomGenerator.getDefault()), clock, AT_ONCE);
    }

    @Bean
    Attachments attachments(JdbcClient jdbc, Clock clock, DueFiles due) {
        return new NotedFiles(jdbc, clock, due::wake);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Leftovers leftovers(JdbcClient jdbc, KeptBytes bytes, MediaFolder folder, Clock clock) {
        return new Leftovers(jdbc, bytes, folder, clock);
    }

    @Bean
    Erasable mediaErasure(JdbcClient jdbc, KeptBytes bytes) {
        return new MediaErasure(jdbc, bytes);
    }

    /** The row stays and says that its file is gone; the bytes go within the hour. */
    @Bean
    Kept keptMedia() {
        return Kept.emptied(
                "media",
                Age.NEVER_OVER,
                "media",
                "created_at",
                "UPDATE media SET state = 'removed', sha256 = NULL, name = NULL, meta_id = NULL, lease_token = NULL,"
                        + " last_error = NULL FROM old WHERE media.id = old.id AND media.state <> 'removed'");
    }
}
