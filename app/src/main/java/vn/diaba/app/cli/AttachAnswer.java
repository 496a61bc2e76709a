package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.diaba.app.find.RecordId;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.sync.SyncEngine;

/** What {@code diaba attach} answers. Immutable. */
interface AttachAnswer extends Answer {
    /**
     * Attached files.
     *
     * @param text tells them
     * @param files in the order they are told
     */
    record Listed(AttachText text, List<Attachment> files) implements AttachAnswer {
        @Override
        public ExitCode exitCode() {
            return files.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("attachments", files, text::write);
        }

        @Override
        public void writeText(TextLines lines) {
            files.forEach(file -> text.say(lines, file));
            long bytes = files.stream().mapToLong(Attachment::bytes).sum();
            lines.say("attachment-count", files.size(), bytes);
        }
    }

    /**
     * An act on attached files.
     *
     * @param text tells them as they are now, or as they were when they are gone
     * @param act what was done
     * @param files which ones
     */
    record Done(AttachText text, ChangeSet act, List<Attachment> files) implements AttachAnswer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            Edits.write(json, act).objects("attachments", files, text::write);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(act.label());
            files.forEach(file -> text.say(lines, file));
        }
    }

    /**
     * Files saved.
     *
     * @param text tells them
     * @param places where each is now
     */
    record Saved(AttachText text, Map<Attachment, Path> places) implements AttachAnswer {
        @Override
        public ExitCode exitCode() {
            return places.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.texts("files", places.values().stream().map(Path::toString).toList())
                    .number("written", places.size())
                    .objects("attachments", places.keySet(), text::write);
        }

        @Override
        public void writeText(TextLines lines) {
            places.forEach((file, place) -> lines.say("attachment-saved", file.name(), place));
            if (places.isEmpty()) {
                lines.say("attachment-saved-none");
            } else {
                lines.say("attachment-saved-count", places.size());
            }
        }
    }

    /**
     * Contents fetched.
     *
     * @param text tells the files
     * @param files those asked for
     * @param came contents that came, and those that are not to be had
     */
    record Fetched(AttachText text, List<Attachment> files, SyncEngine.Fetched came) implements AttachAnswer {
        private List<Attachment> of(List<Content> contents) {
            Set<String> hashes = contents.stream().map(Content::sha256).collect(Collectors.toSet());
            return files.stream().filter(file -> hashes.contains(file.sha256())).toList();
        }

        private long bytes() {
            return came.fetched().stream().mapToLong(Content::bytes).sum();
        }

        @Override
        public ExitCode exitCode() {
            return came.gone().isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("fetched", came.fetched().size())
                    .number("fetchedBytes", bytes())
                    .objects("attachments", of(came.fetched()), text::write)
                    .objects("gone", of(came.gone()), text::write);
        }

        @Override
        public void writeText(TextLines lines) {
            of(came.fetched()).forEach(file -> lines.say("attachment-fetched", file.name(), file.bytes()));
            of(came.gone()).forEach(file -> lines.say("attachment-gone", file.name(), RecordId.shortId(file)));
            lines.say("attachment-fetched-count", came.fetched().size(), bytes());
        }
    }

    /** Contents are asked for in a file to the office, with the change sets that wait. */
    record Asked(int contents, int pushes, Path file) implements AttachAnswer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("asked", contents).number("packed", pushes).text("file", file.toString());
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("attachment-asked", contents, pushes, file.toString());
        }
    }
}
