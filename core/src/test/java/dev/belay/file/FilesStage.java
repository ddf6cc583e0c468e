package dev.belay.file;

import dev.belay.chat.Channel;
import java.util.List;
import java.util.Optional;

/** A chat platform's files from outside: what its people share and see, and how it is made to fail. */
public interface FilesStage {
    /**
     * A file that was shared.
     *
     * @param ids as its platform tells them with the message
     */
    record Post(String id, List<String> ids) {}

    /** A file of ours as everyone sees it, with what is said of it. */
    record Shown(String name, byte[] bytes, Optional<String> thread, String words) {}

    /** A channel that we and people are in. */
    Channel channel();

    /** A person begins a thread in the channel. */
    String thread();

    /** A person shares a file. */
    Post share(Optional<String> thread, String name, String type, byte[] bytes);

    /** A person shares a file that is kept elsewhere. */
    Post shareFromElsewhere(String name);

    /** Whoever shared it deletes it. */
    void delete(Post message);

    /** The files of ours that everyone sees in the channel and its threads, oldest first. */
    List<Shown> shown();

    /** An administrator forbids the uploading of files. */
    void forbidUploads();

    /** The app loses its right to read files. */
    void forbidReading();

    /** The answer to the next sharing is lost. */
    void loseNextShare(boolean afterDone);
}
