package dev.belay.pager;

import dev.belay.settings.PagerSettings.Target;
import java.util.List;
import java.util.stream.Collectors;

/** The pager in memory keeps what every pager keeps. */
final class InMemoryPagerTest implements PagerContract {
    private final InMemoryPager pager = new InMemoryPager();

    @Override
    public Pager pager() {
        return pager;
    }

    @Override
    public List<Target> targets() {
        return List.of(new Target("db", "Databases"), new Target("net", "Network"));
    }

    @Override
    public int paged(Target target) {
        return (int) pager.orders().stream()
                .filter(order -> order.targets().contains(target))
                .count();
    }

    @Override
    public String shown() {
        return pager.orders().stream()
                .map(order -> order.about().number() + " " + order.by().name() + " " + order.message())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void lose(int after, boolean done) {
        if (after == 0 && done) {
            pager.loseAnswer();
        } else if (after == 0) {
            pager.loseRequest();
        }
    }

    @Override
    public void breakDown() {
        pager.loseRequest();
    }

    @Override
    public void limit() {
        pager.limit();
    }

    @Override
    public void refuseKey() {
        pager.refuseKey();
    }
}
