package lenet.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings of the embedded Tomcat that have no property. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsForWhatTomcatRefuses() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorValve.class.getName());
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsThatCanBeAskedWhetherTheyAreOpen() {
        return factory -> factory.addContextValves(new ClientConnection.Valve());
    }

    /** Around everything, so that it sees every answer finished. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesAtAPace(BodyProperties properties) {
        return factory -> factory.addEngineValves(new BodyPace(properties.bodyGrace()));
    }

    /** Tomcat fails at a reader who names more than ten languages; here the language is always the same. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readersOfAnyNumberOfLanguages() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(-1));
    }
}
