package lenet.web;

import java.time.Duration;

/** The header that tells a client, and a browser's own tools, what took how long; a W3C recommendation. */
final class ServerTiming {

    static final String HEADER = "Server-Timing";

    /** How the OpenAPI document describes it. */
    static final String DESCRIPTION = "How long the network took for the request's pictures, in milliseconds";

    private ServerTiming() {}

    /** The header's value for a forward pass, {@code network;dur=0.016}, in milliseconds. */
    static String ofNetwork(Duration pass) {
        long microseconds = pass.toNanos() / 1000;
        String fraction = Long.toString(1000 + microseconds % 1000).substring(1);
        return "network;dur=" + microseconds / 1000 + "." + fraction;
    }
}
