package dev.belay.local.command;

import dev.belay.local.secrets.Terminal;

/** No terminal, and nothing piped in. */
public final class NobodyThere implements Terminal {
    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public String askHidden(String prompt) {
        throw new AssertionError("nobody is there to be asked");
    }

    @Override
    public String ask(String prompt) {
        throw new AssertionError("nobody is there to be asked");
    }

    @Override
    public String piped() {
        throw new AssertionError("nothing is piped in");
    }
}
