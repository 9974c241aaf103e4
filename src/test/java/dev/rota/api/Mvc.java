package dev.rota.api;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rota.desk.Viewer;
import java.util.List;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The API without a server: its controllers, its errors and its JSON, as somebody who has been let in. */
final class Mvc {

    private Mvc() {}

    static MockMvc of(Viewer viewer, Object... controllers) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(viewer, null));
        var json = new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
        new ApiConfiguration().extendMessageConverters(List.<HttpMessageConverter<?>>of(json));
        return MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(new Problems())
                .setMessageConverters(json)
                .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
                .build();
    }
}
