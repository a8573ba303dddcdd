package lenet.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat answer requests in their order, on {@link RequestThreads}. */
@Component
@ConditionalOnThreading(Threading.PLATFORM)
class RequestThreading implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, DisposableBean {

    private final RequestThreads threads;

    RequestThreading(TomcatServerProperties properties, MeterRegistry meters) {
        threads = new RequestThreads(
                Runtime.getRuntime().availableProcessors(),
                properties.getThreads().getMax());
        new ExecutorServiceMetrics(threads, "requests", List.of()).bindTo(meters);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(TurnTakingProtocol.class.getName());
        factory.addProtocolHandlerCustomizers(protocol -> protocol.setExecutor(threads));
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
