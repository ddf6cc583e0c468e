package dev.belay.line;

import dev.belay.chat.ChatUser;
import dev.belay.record.Happening.Participant;
import dev.belay.text.HostileText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages of lines to look at, by what they are about. */
public final class SampleLines {
    private SampleLines() {}

    /**
     * @param there somebody who is in the conversation
     */
    public static Map<String, List<Line>> with(ChatUser there) {
        Map<String, List<Line>> all = new LinkedHashMap<>();
        all.put(
                "an acknowledgement and a change",
                List.of(Line.of("Alice Archer acknowledged"), Line.of("Priority 3 → 1")));
        all.put(
                "a page",
                List.of(Line.of("Bob Baker paged Database on-call: Checkout is down (")
                        .and(new Participant("Alice Archer", Optional.of(there), Optional.empty()))
                        .and(", ")
                        .and(named("Zoe Zimmer"))
                        .and(")")));
        all.put("a call", List.of(Line.of("Bob Baker called in Zoe Zimmer")));
        for (HostileText hostile : HostileText.values()) {
            all.put(
                    hostile.name(),
                    List.of(
                            Line.of("Title: " + hostile.text()),
                            Line.of("Assigned to ").and(named(hostile.text())).and(" (by somebody in ServiceNow)")));
        }
        return all;
    }

    private static Participant named(String name) {
        return new Participant(name, Optional.empty(), Optional.empty());
    }
}
