package dev.belay.servicenow.protocol;

/**
 * That an instance is there and reaches us, as its scheduled script says each minute.
 *
 * @param instance as it called itself when it sent it, in lower case
 */
public record Heartbeat(String instance) {
    private static final String TYPE = "instance.heartbeat";

    /**
     * Reads a heartbeat's body.
     *
     * @throws MalformedEvent when it is another event, or a field that is needed is missing
     */
    public static Heartbeat of(byte[] body) throws MalformedEvent {
        EventBody said = EventBody.of(body);
        if (!said.type().equals(TYPE)) {
            throw new MalformedEvent("type is not " + TYPE);
        }
        return new Heartbeat(said.instance());
    }
}
