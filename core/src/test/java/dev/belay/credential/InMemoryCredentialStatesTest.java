package dev.belay.credential;

/** The fake keeps the contract that the tests rely on. */
final class InMemoryCredentialStatesTest implements CredentialStatesContract {
    private final CredentialStates states = new InMemoryCredentialStates();
    private int ids;

    @Override
    public CredentialStates states() {
        return states;
    }

    @Override
    public CredentialId id() {
        return new CredentialId(CredentialId.Kind.SLACK, "T" + ++ids);
    }
}
