package lenet.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Bounds on what clients send: bodies in memory, forms on disk, types in the header Accept. */
@Configuration(proxyBeanMethods = false)
class HttpBounds implements WebMvcConfigurer {

    /** A bean of its own, for Actuator's operations take no other interceptors. */
    @Bean
    MappedInterceptor bodyAdmission(BodyProperties properties, MultipartProperties multipart, MeterRegistry meters) {
        return new MappedInterceptor(null, new BodyAdmission(properties, multipart, meters));
    }

    @Bean
    MultipartConfigElement multipartConfigElement(BodyProperties properties, MultipartProperties multipart) {
        multipart.setLocation(UploadFolder.prepared(properties.uploadFolder()).toString());
        return multipart.createMultipartConfig();
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new AcceptHeader()));
    }
}
