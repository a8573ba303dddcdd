package lenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenetApplicationTest {

    @ParameterizedTest
    @CsvSource({
        "jar:nested:/opt/lenet.jar/!BOOT-INF/classes/!/, true",
        "file:/opt/lenet/lenet5-service-0.1.0.jar, false",
        "file:/home/lenet/target/classes/, false"
    })
    void aJarWithinAJarIsToldByItsAddress(String address, boolean isWithin) throws MalformedURLException {
        assertThat(LenetApplication.isWithinAJar(new URL(null, address, new NeverOpened())))
                .isEqualTo(isWithin);
    }

    private static final class NeverOpened extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) {
            throw new AssertionError(url);
        }
    }
}
