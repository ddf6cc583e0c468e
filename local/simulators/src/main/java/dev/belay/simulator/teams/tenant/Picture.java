package dev.belay.simulator.teams.tenant;

/**
 * A picture that stands within a message (learn.microsoft.com/graph/api/resources/chatmessagehostedcontent).
 *
 * @param told whether its bytes come with their type and length; else with neither
 */
public record Picture(String id, String type, byte[] bytes, boolean told) {
    public Picture {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
