package dev.belay.dialog;

import java.util.List;

/** One question of a dialog. Its id is the same in what is drawn and in what is entered. */
public sealed interface Field {
    String id();

    String label();

    boolean required();

    /**
     * People of the chat, chosen with the platform's own picker. Entered as chat user ids.
     *
     * @param most how many may be chosen
     */
    record People(String id, String label, boolean required, int most) implements Field {}

    /** Some of these. Entered as their ids. */
    record Choice(String id, String label, boolean required, List<Option> options) implements Field {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Words.
     *
     * @param longest how many characters at most
     */
    record Words(String id, String label, boolean required, int longest) implements Field {}

    /**
     * The address of a page: https, and one line.
     *
     * @param hosts those that it may lead to; any where none is named
     */
    record WebAddress(String id, String label, List<String> hosts) implements Field {
        public WebAddress {
            hosts = List.copyOf(hosts);
        }

        @Override
        public boolean required() {
            return true;
        }
    }

    /**
     * What may be chosen.
     *
     * @param id short letters and digits
     */
    record Option(String id, String label) {}
}
