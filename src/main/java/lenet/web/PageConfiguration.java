package lenet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page at {@code /}, its views and Swagger UI: whatever they load comes from this service. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    /** What the network saw comes as a data URI. */
    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Its components have styles of their own, inline. */
    private static final String SWAGGER_UI = PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final String SHORT_ADDRESS = "/swagger-ui.html";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Policy(PAGE))
                .addPathPatterns("/", "/*.html", "/icon.svg", "/css/**", "/js/**")
                .excludePathPatterns(SHORT_ADDRESS);
        registry.addInterceptor(new Policy(SWAGGER_UI)).addPathPatterns(SHORT_ADDRESS, "/swagger-ui/**");
    }

    private record Policy(String policy) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Content-Security-Policy", policy);
            // Asked again each time, so that the page's parts are never of two versions.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            return true;
        }
    }
}
