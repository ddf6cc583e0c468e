package dev.belay.audit.finding;

/** How much an audit looked at. */
public record Counted(int channels, int links, int records) {
    public static final Counted NONE = new Counted(0, 0, 0);

    public Counted channels(int more) {
        return new Counted(channels + more, links, records);
    }

    public Counted links(int more) {
        return new Counted(channels, links + more, records);
    }

    public Counted records(int more) {
        return new Counted(channels, links, records + more);
    }
}
