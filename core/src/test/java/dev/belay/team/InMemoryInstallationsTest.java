package dev.belay.team;

/** The fake keeps the contract. */
final class InMemoryInstallationsTest implements InstallationsContract {
    private final InMemoryInstallations installations = new InMemoryInstallations();

    @Override
    public Installations installations() {
        return installations;
    }
}
