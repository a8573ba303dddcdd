package lenet.hostile;

import lenet.container.Client;

/**
 * What an attacker has fetched from the service beforehand.
 *
 * @param seven a picture, as PNG
 * @param pixels the same, as a JSON list of 784 whole numbers
 * @param model the bundled one, as a safetensors file
 */
@SuppressWarnings("ArrayRecordComponent") // Sent as it is; never compared.
record Spoils(byte[] seven, String pixels, byte[] model) {

    static Spoils of(Client client) throws Exception {
        String digit = "/api/v1/dataset/test/0";
        return new Spoils(
                client.get(digit, "image/png"),
                client.value(digit, "$.pixels"),
                client.get("/api/v1/models/1/safetensors", "*/*"));
    }
}
