package dev.rota.panel;

import dev.rota.access.KeptSettings;
import dev.rota.access.Sessions;
import dev.rota.conversation.Archive;
import dev.rota.conversation.Deliveries;
import dev.rota.conversation.DeliveryBoard;
import dev.rota.conversation.Feed;
import dev.rota.conversation.Floor;
import dev.rota.conversation.Inbox;
import dev.rota.conversation.Pauses;
import dev.rota.conversation.SentFiles;
import dev.rota.conversation.SharedLists;
import dev.rota.conversation.Workload;
import dev.rota.desk.Company;
import dev.rota.desk.Templates;
import dev.rota.downstream.ParkedDeliveries;
import dev.rota.downstream.back.ParkedCallbacks;
import dev.rota.journal.Balances;
import dev.rota.media.Uploads;
import dev.rota.report.Backlog;
import dev.rota.report.ResponseTimes;
import dev.rota.report.Waits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;

/** The desk in the browser. */
@Configuration(proxyBeanMethods = false)
public class PanelConfiguration implements WebMvcConfigurer {

    @Bean
    Live live(Feed feed, Sessions sessions, Supplier<Company> company, PushedLists lists) {
        return new Live(feed, sessions, company, lists);
    }

    @Bean
    PastPages pastPages(Archive archive, Supplier<Company> company) {
        return new PastPages(archive, company);
    }

    @Bean
    RosterPages rosterPages(Supplier<Company> company, Clock clock) {
        return new RosterPages(company, clock);
    }

    @Bean
    Desk desk(
            Inbox inbox,
            SharedLists lists,
            PastPages past,
            Feed feed,
            Supplier<Company> company,
            Templates templates,
            Clock clock) {
        return new Desk(inbox, lists, past, feed, company, templates, clock);
    }

    @Bean
    DrawnLists drawnLists(ITemplateEngine templates) {
        return new DrawnLists(templates);
    }

    @Bean
    PushedLists pushedLists(Desk desk, DrawnLists drawn, ITemplateEngine templates) {
        return new PushedLists(desk, drawn, templates);
    }

    @Bean
    FloorPages floorPages(
            Floor floor, Workload workload, Balances balances, Pauses pauses, Supplier<Company> company, Clock clock) {
        return new FloorPages(floor, workload, balances, pauses, company, clock);
    }

    @Bean
    ReportPages reportPages(Backlog backlog, Waits waits, ResponseTimes times, Supplier<Company> company, Clock clock) {
        return new ReportPages(backlog, waits, times, company, clock);
    }

    @Bean
    DeliveryPages deliveryPages(
            Deliveries deliveries,
            DeliveryBoard board,
            ParkedDeliveries parked,
            ParkedCallbacks callbacks,
            Supplier<Company> company,
            Clock clock) {
        return new DeliveryPages(deliveries, board, parked, callbacks, company, clock);
    }

    @Bean
    Attaching attaching(SentFiles files, Uploads uploads) {
        return new Attaching(files, uploads);
    }

    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    ReaderSettings readerSettings(KeptSettings kept) {
        return new ReaderSettings(kept);
    }

    @Bean
    LocaleResolver localeResolver(ReaderSettings settings) {
        return new LanguageResolver(settings);
    }

    /** Kept by the browser, which asks each time whether it is still the same. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/panel/**")
                .addResourceLocations("classpath:/static/panel/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.noCache());
    }
}
