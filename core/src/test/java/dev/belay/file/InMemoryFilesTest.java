package dev.belay.file;

import dev.belay.link.SampleLinks;
import dev.belay.record.Sample;
import java.time.Instant;

final class InMemoryFilesTest implements FilesContract {
    private final InMemoryFiles files = new InMemoryFiles(new SampleLinks(1).channel());

    @Override
    public Files files() {
        return files;
    }

    @Override
    public FilesStage stage() {
        return files;
    }

    @Override
    public Instant now() {
        return Sample.OPENED;
    }
}
