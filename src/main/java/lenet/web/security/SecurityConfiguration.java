package lenet.web.security;

import java.util.Arrays;
import java.util.List;
import lenet.web.AnswerHeader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filters of Spring Security that the service needs: without sessions, tokens and log-in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final HeaderWriter HEADERS = new StaticHeadersWriter(Arrays.stream(AnswerHeader.values())
            .map(header -> new Header(header.header(), header.value()))
            .toList());

    @Bean
    SecurityFilterChain filters(HttpSecurity http, HttpProperties properties) {
        HeaderWriterFilter headers = new HeaderWriterFilter(List.of(HEADERS));
        // At once, so that no answer need be wrapped; the page's own policy then takes the place of the general one.
        headers.setShouldWriteHeadersEagerly(true);
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .addFilter(headers)
                // The one table of who may do what; nobody logs in yet.
                .authorizeHttpRequests(table -> table.anyRequest().permitAll());
        if (!properties.allowedOrigins().isEmpty()) {
            http.cors(cors -> cors.configurationSource(forPagesOf(List.copyOf(properties.allowedOrigins()))));
        }
        return http.build();
    }

    @Bean
    HttpFirewall firewall(HttpProperties properties) {
        return new Firewall(new AllowedHosts(properties.allowedHosts()), new OwnPages(properties.allowedOrigins()));
    }

    @Bean
    RequestRejectedHandler problemsForWhatIsRefused(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, refusal) -> {
            HEADERS.writeHeaders(request, response);
            problems.resolveException(
                    request, response, null, refusal.getCause() instanceof Exception problem ? problem : refusal);
        };
    }

    /** Just before Spring Security's filters. */
    @Bean
    FilterRegistrationBean<PathParameters> refusalOfPathParameters(RequestRejectedHandler refusals) {
        FilterRegistrationBean<PathParameters> filter = new FilterRegistrationBean<>(new PathParameters(refusals));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    /** A classification takes 120 µs; a span for each filter would be a good part of it. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Other pages read what they may do anyway, a GET, no better than a stranger: without the headers of CORS. */
    private static CorsConfigurationSource forPagesOf(List<String> origins) {
        CorsConfiguration open = new CorsConfiguration();
        open.setAllowedOrigins(origins);
        open.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        open.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        open.setExposedHeaders(List.of(CorsConfiguration.ALL));
        open.setAllowCredentials(false);
        return request -> origins.contains(request.getHeader(HttpHeaders.ORIGIN)) ? open : null;
    }
}
