package lenet.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who a client is, as far as its address tells: an IPv4 address, or the first half of an IPv6 one, since whoever has one of
 * those has the other half to choose from.
 */
record ClientAddress(String network) {

    /** Nothing that could be taken for a name, which would be asked for. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]+(%\\w+)?");

    private static final int HALF = 8;

    /** The client whose address is {@code text}, as Tomcat has resolved it. */
    static ClientAddress of(String text) {
        if (!IPV6.matcher(text).matches()) {
            return new ClientAddress(text);
        }
        try {
            byte[] address = InetAddress.getByName(text).getAddress();
            return new ClientAddress(address.length > HALF ? HexFormat.of().formatHex(address, 0, HALF) : text);
        } catch (UnknownHostException e) {
            return new ClientAddress(text);
        }
    }
}
