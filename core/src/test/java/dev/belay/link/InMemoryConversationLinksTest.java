package dev.belay.link;

/** The fake keeps the contract. */
final class InMemoryConversationLinksTest implements ConversationLinksContract, UpkeepContract {
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final SampleLinks sample = new SampleLinks(1);

    @Override
    public ConversationLinks links() {
        return links;
    }

    @Override
    public Upkeep upkeep() {
        return links;
    }

    @Override
    public LinkIndex index() {
        return links;
    }

    @Override
    public SampleLinks sample() {
        return sample;
    }
}
