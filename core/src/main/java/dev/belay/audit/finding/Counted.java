package dev.belay.audit.finding;

/** How much an audit looked at. */
public record Counted(int channels, int links, int records, Asked looks, Asked bearings) {
    public static final Counted NONE = new Counted(0, 0, 0);

    /**
     * How many of all were asked about.
     *
     * @param all how many could be
     * @param asked how many were: a sample where they are many, another one each day
     */
    public record Asked(int all, int asked) {
        public static final Asked NONE = new Asked(0, 0);

        Asked and(int more, int answered) {
            return new Asked(all + more, asked + answered);
        }
    }

    /** Where nothing was asked about. */
    public Counted(int channels, int links, int records) {
        this(channels, links, records, Asked.NONE, Asked.NONE);
    }

    public Counted channels(int more) {
        return new Counted(channels + more, links, records, looks, bearings);
    }

    public Counted links(int more) {
        return new Counted(channels, links + more, records, looks, bearings);
    }

    public Counted records(int more) {
        return new Counted(channels, links, records + more, looks, bearings);
    }

    /** Channels that were to be looked at, and those that were. */
    public Counted looks(int more, int asked) {
        return new Counted(channels, links, records, looks.and(more, asked), bearings);
    }

    /** Conversations whose tab or card was to be read, and those whose was. */
    public Counted bearings(int more, int asked) {
        return new Counted(channels, links, records, looks, bearings.and(more, asked));
    }
}
