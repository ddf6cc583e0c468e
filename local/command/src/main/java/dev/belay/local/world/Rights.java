package dev.belay.local.world;

import dev.belay.settings.Settings;
import dev.belay.simulator.servicenow.Person;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import java.util.List;

/** Says beside a person's name what they may do with records, and why not where they may not. */
final class Rights {
    private final SimulatedServiceNow serviceNow;

    Rights(SimulatedServiceNow serviceNow) {
        this.serviceNow = serviceNow;
    }

    /** @param email as the chat platform shows it; empty where it shows none */
    String of(String email) {
        List<Person> users = email.isEmpty() ? List.of() : serviceNow.people().addressed(email);
        if (users.size() != 1) {
            return users.isEmpty() ? "not in ServiceNow: may not act" : "twice in ServiceNow: may not act";
        }
        List<String> roles = serviceNow.people().roles(users.getFirst());
        if (roles.contains("admin")) {
            return "administrator";
        }
        return roles.stream()
                .filter(Settings.DEFAULT_ROLES::contains)
                .findFirst()
                .map(role -> "may act: " + role)
                .orElse("no major incident role: may not act");
    }
}
