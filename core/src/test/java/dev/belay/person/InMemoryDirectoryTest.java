package dev.belay.person;

import dev.belay.record.SysId;

/** The fake keeps the contract. */
final class InMemoryDirectoryTest implements DirectoryContract {
    private final InMemoryDirectory directory = new InMemoryDirectory();

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public SysId user(String name, String email, String... roles) {
        return directory.user(name, email, roles);
    }

    @Override
    public void deactivate(SysId user) {
        directory.remove(user);
    }

    @Override
    public void lock(SysId user) {
        directory.remove(user);
    }

    @Override
    public void revoke(SysId user, String role) {
        directory.revoke(user, role);
    }

    @Override
    public SysId group(String name, SysId... members) {
        return directory.group(members);
    }

    @Override
    public void inherit(SysId user, String role) {
        directory.grant(user, role);
    }
}
