package lenet.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** How bodies come in: bounded in memory, and forms on disk. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

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
}
