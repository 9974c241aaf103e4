package dev.rota.api;

import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rota.desk.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The API without a server: its controllers, its errors and its JSON, as somebody who has been let in. */
final class Mvc {

    private Mvc() {}

    static MockMvc of(Viewer viewer, Object... controllers) {
        var json = new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
        new ApiConfiguration().extendMessageConverters(List.<HttpMessageConverter<?>>of(json));
        return MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(new Problems())
                .setMessageConverters(
                        json, new ResourceHttpMessageConverter(), new ResourceRegionHttpMessageConverter())
                .setCustomArgumentResolvers(new LetIn(viewer))
                .build();
    }

    /** Names the caller without touching the thread, which other tests run on too. */
    private record LetIn(Viewer viewer) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(AuthenticationPrincipal.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return viewer;
        }
    }
}
