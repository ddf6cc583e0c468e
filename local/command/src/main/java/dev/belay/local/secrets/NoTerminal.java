package dev.belay.local.secrets;

/** Nobody is there, and nothing is piped in. */
final class NoTerminal implements Terminal {
    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public String askHidden(String prompt) {
        return "";
    }

    @Override
    public String ask(String prompt) {
        return "";
    }

    @Override
    public String piped() {
        return "";
    }
}
