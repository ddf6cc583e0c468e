package dev.belay.simulator.teams.tenant;

/**
 * A file in a channel's folder.
 *
 * @param version rises with each writing
 */
public record DriveFile(String id, String name, String type, byte[] bytes, int version) {
    public DriveFile {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What changes with the content alone. */
    public String contentTag() {
        return "\"c:{" + id + "}," + version + "\"";
    }
}
