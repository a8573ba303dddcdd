package lenet.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private final AllowedHosts hosts = new AllowedHosts(List.of("digits.example", "*.Lab.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "digits.localhost",
                "127.0.0.1",
                "192.168.178.20",
                "[::1]",
                "[fe80::1%25eth0]",
                "lenet",
                "3f1b0a9c2d4e",
                "digits.example",
                "Digits.Example",
                "one.lab.example"
            })
    void areAnswered(String host) {
        assertThat(hosts.contain(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "digits.example.evil.example",
                "lab.example",
                "evil.example.",
                "printer.local",
                "1.2.3.4a"
            })
    void othersAreNot(String host) {
        assertThat(hosts.contain(host)).isFalse();
    }
}
