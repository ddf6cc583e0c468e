package dev.belay.reconcile;

/** What one run did, for the log and the metrics. */
final class Tally {
    private int read;
    private int mended;
    private int early;
    private int due;
    private int unreadable;

    void read(int records) {
        read += records;
    }

    /** A record lacked something that an event should have brought. */
    void mended() {
        mended++;
    }

    /** A record lacked something that its event may still bring, or that no event brings. */
    void hinted() {
        early++;
    }

    /** Something is due although nothing happened. */
    void due() {
        due++;
    }

    void unreadable(int records) {
        unreadable += records;
    }

    int records() {
        return read;
    }

    int lacking() {
        return mended;
    }

    int hidden() {
        return unreadable;
    }

    /** For the log. */
    String inWords() {
        return read + " records were read; of " + mended + " an event was lost, " + early
                + " are looked at again, in " + due + " conversations something is due, and " + unreadable
                + " could not be read";
    }
}
