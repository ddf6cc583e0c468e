package dev.belay.servicenow;

import dev.belay.person.Directory;
import dev.belay.person.DirectoryContract;
import dev.belay.record.SysId;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;

/** The adapter on the simulated ServiceNow, and how the contract has people made there. */
abstract class DirectoryOnInstance implements DirectoryContract {
    final SimulatedInstance instance = new SimulatedInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public Directory directory() {
        return instance.directory;
    }

    @Override
    public SysId user(String name, String email, String... roles) {
        return instance.person(name, email, roles);
    }

    @Override
    public void deactivate(SysId user) {
        instance.serviceNow.people().deactivate(instance.known(user));
    }

    @Override
    public void lock(SysId user) {
        instance.serviceNow.people().lock(instance.known(user));
    }

    @Override
    public void revoke(SysId user, String role) {
        instance.serviceNow.people().revoke(instance.known(user), role);
    }

    @Override
    public SysId group(String name, SysId... members) {
        String group = instance.serviceNow.people().group(name);
        Arrays.stream(members).forEach(user -> instance.serviceNow.people().join(instance.known(user), group));
        return new SysId(group);
    }

    @Override
    public void inherit(SysId user, String role) {
        String group = instance.serviceNow.people().group("Major incident managers");
        instance.serviceNow.people().inherit(instance.known(user), role, group);
    }
}
