package dev.rota.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.desk.FileKind;
import dev.rota.media.MediaFolder;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API over the edges' queries and commands. */
@Configuration(proxyBeanMethods = false)
public class ApiConfiguration implements WebMvcConfigurer {

    private static final int OTHER_PARTS = 1024 * 1024;

    /** Uploads come to where files lie anyway, and what is larger than anything that Meta takes is not read. */
    @Bean
    MultipartConfigElement multipartConfig(MediaFolder folder) {
        var largest = FileKind.DOCUMENT.largest();
        return new MultipartConfigElement(folder.uploading().toString(), largest, largest + OTHER_PARTS, 0);
    }

    /** Commands are read strictly: a misspelt member must not be taken for an absent one. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        for (var converter : converters) {
            if (converter instanceof MappingJackson2HttpMessageConverter jackson) {
                var strict = strict(jackson.getObjectMapper());
                jackson.registerObjectMappersForType(
                        Body.class, mappers -> mappers.put(MediaType.APPLICATION_JSON, strict));
            }
        }
    }

    @SuppressWarnings("deprecation") // of MapperFeature on a mapper that is there already; a copy has no other way
    private static ObjectMapper strict(ObjectMapper lenient) {
        var strict = lenient.copy();
        strict.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        strict.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        strict.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        strict.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return strict;
    }
}
