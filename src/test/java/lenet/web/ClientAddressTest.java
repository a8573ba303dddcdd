package lenet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() {
        assertThat(ClientAddress.of("2001:db8:0:7::1"))
                .isEqualTo(ClientAddress.of("2001:db8:0:7:ffff:1:2:3"))
                .isNotEqualTo(ClientAddress.of("2001:db8:0:8::1"));
    }

    @Test
    void everyIpv4AddressIsAClientOfItsOwn() {
        assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("192.0.2.2"));
    }

    /** A proxy may pass on whatever it was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"", "host.example", "1:2:3:4:5:6:7:8:9", "::%", "beef.example:80", "[::1]"})
    void whatIsNoAddressIsAClientAllTheSame(String text) {
        assertThat(ClientAddress.of(text)).isEqualTo(new ClientAddress(text));
    }
}
