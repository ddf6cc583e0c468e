package dev.belay.infra.deployed;

import dev.belay.infra.deployed.ServiceNowRecords.Incident;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.Room.Place;
import java.util.List;

/** The conversations about incidents in Slack and Teams, as people see them. */
record Conversations(Room slack, Room teams) {
    List<Room> rooms() {
        return List.of(slack, teams);
    }

    Place place(Room room, Incident incident) {
        return Eventually.found(
                "a channel of " + incident.number() + " in " + room.platform().label(),
                () -> places(room, incident).stream().findFirst());
    }

    List<Place> places(Room room, Incident incident) {
        return room.channels().stream()
                .filter(place -> place.name().startsWith(incident.prefix()))
                .toList();
    }

    Card card(Room room, Incident incident) {
        return Eventually.found(
                "the card of " + incident.number() + " in " + room.platform().label(),
                () -> place(room, incident).cards().stream().findFirst());
    }

    /** A press is answered within the platform's time, or is pressed again, as a person does: a function may start cold meanwhile. */
    void press(Room room, Person person, Incident incident) {
        Eventually.so("the press is taken", () -> room.press(
                        person, place(room, incident).id(), card(room, incident).id(), "ack")
                .accepted());
    }
}
