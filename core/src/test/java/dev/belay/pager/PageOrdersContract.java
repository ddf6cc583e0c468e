package dev.belay.pager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.pager.PageOrder.About;
import dev.belay.person.PlatformUser;
import dev.belay.settings.PagerSettings.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PageOrders} keeps. */
public interface PageOrdersContract {
    PageOrders orders();

    /** An id that no test before had. */
    String id();

    @Test
    default void the_first_is_kept_as_it_is() {
        PageOrder order = order(id());
        assertThat(orders().keep(order)).isEqualTo(order);
        assertThat(orders().keep(order)).isEqualTo(order);
    }

    @Test
    default void a_repeat_is_the_first_whatever_changed_meanwhile() {
        PageOrder first = order(id());
        orders().keep(first);
        assertThat(orders().keep(changed(first, first.message(), first.incident())))
                .isEqualTo(first);
    }

    @Test
    default void the_message_and_the_incident_are_those_of_the_repeat() {
        PageOrder first = order(id());
        orders().keep(first);
        PageOrder repeated = orders().keep(changed(first, "Another", Optional.of("incident-2")));
        assertThat(repeated.message()).isEqualTo("Another");
        assertThat(repeated.incident()).contains("incident-2");
        assertThat(repeated.about()).isEqualTo(first.about());
    }

    @Test
    default void each_id_has_its_own() {
        PageOrder first = order(id());
        orders().keep(first);
        PageOrder other = changed(order(id()), "", Optional.empty());
        assertThat(orders().keep(other)).isEqualTo(other);
    }

    private static PageOrder order(String id) {
        return SampleOrder.of(
                id,
                List.of(new Target("db", "Databases \"on call\""), new Target("net", "Netzwerk é")),
                Optional.of("i-1"));
    }

    private static PageOrder changed(PageOrder order, String message, Optional<String> incident) {
        About about = new About(order.about().record(), order.about().number(), "", 4, "https://elsewhere.example");
        PlatformUser by = new PlatformUser(order.by().sysId(), "Jane Roe", "jane.roe@acme.example");
        return new PageOrder(order.id(), about, by, List.of(new Target("db", "DB")), message, incident);
    }
}
