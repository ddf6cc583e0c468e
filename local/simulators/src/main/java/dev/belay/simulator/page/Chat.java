package dev.belay.simulator.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A chat platform as its pages need it: all in which one platform's pages differ from another's. */
public interface Chat {
    /**
     * Somebody whom a person at the page may be.
     *
     * @param kind what they are where not a member, such as a guest; empty otherwise
     * @param email empty where there is none
     */
    record Member(String id, String name, String kind, String email) {}

    /** A channel or chat to look at. */
    record Place(String id, String label) {}

    /** Places, or values of a choice, under a heading. */
    record Group(String heading, List<Place> places) {
        public Group {
            places = List.copyOf(places);
        }
    }

    /**
     * What stands in a place.
     *
     * @param links markup
     */
    record Conversation(String title, String about, String links, List<Entry> entries, boolean writable) {
        public Conversation {
            entries = List.copyOf(entries);
        }
    }

    /** What is said to a person after they did something: what the app answered, or what went wrong. */
    record Notice(boolean error, String text) {}

    Frame frame();

    /** What its addresses call a place. */
    String placeParameter();

    /** Does something while nobody else reads or changes the platform. */
    <T> T atomically(Supplier<T> what);

    /** Whom one may be, the first of them at first. */
    List<Member> people();

    /** What a person sees. */
    List<Group> places(String person);

    /** What else a person chooses, by the name of the choice; its values as places. */
    default Map<String, Group> choices() {
        return Map.of();
    }

    /**
     * @param pressFields the hidden fields of a form that presses a button here
     */
    Conversation conversation(View view, String pressFields, Sandbox sandbox);

    /** A person presses a button; there is something to say where the app answered, or did not. */
    Optional<Notice> press(View view, Map<String, String> form);

    /** A person writes; there is something to say where the app did not take it. */
    Optional<Notice> say(View view, String text);

    /**
     * The dialog that is open for a person, as markup; none where none is.
     *
     * @param fields the hidden fields of a form that does something here
     */
    Optional<String> dialog(View view, String fields, Sandbox sandbox);

    /** A person submits the dialog that is open for them; there is something to say where the app did. */
    Optional<Notice> submit(View view, Map<String, List<String>> form);

    /** A person closes the dialog that is open for them. */
    void close(View view, Map<String, List<String>> form);

    /** A sentence around what went wrong. */
    String failed(String why);
}
