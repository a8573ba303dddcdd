package lenet.training;

/**
 * A client's name for one submission, so that it may be sent twice.
 *
 * @param value 1 to 255 characters
 * @param requestSha256 of what was submitted, in hexadecimal
 */
public record IdempotencyKey(String value, String requestSha256) {}
