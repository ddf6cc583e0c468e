package dev.belay.file;

/**
 * A file that is to be written.
 *
 * @param type its media type
 * @param bytes how many there are; negative where that is not known
 */
public record NamedFile(FileName name, String type, long bytes) {
    private static final String UNKNOWN = "application/octet-stream";

    public NamedFile {
        type = type.matches("[a-z0-9.+-]{1,60}/[a-zA-Z0-9.+_-]{1,100}") ? type : UNKNOWN;
    }

    public NamedFile named(FileName other) {
        return new NamedFile(other, type, bytes);
    }
}
