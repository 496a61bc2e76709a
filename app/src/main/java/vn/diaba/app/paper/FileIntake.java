package vn.diaba.app.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.InOneAct;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.paper.AddAttachment;
import vn.diaba.cadastre.paper.FileName;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.StoreException;

/**
 * Takes files in: first their contents, so that the act names nothing that is not there. Works for a thread that may read
 * files; not the window's.
 */
public final class FileIntake {
    private final ContentStore contents;

    /** Takes in to these contents. */
    public FileIntake(ContentStore contents) {
        this.contents = contents;
    }

    /**
     * Files taken in, not attached yet. Immutable.
     *
     * @param files as they are to be attached
     * @param renamed names that no system could keep, each with what became of it
     * @param ids of the act
     */
    public record Taken(List<Attachment> files, List<Renamed> renamed, IdBlock ids) {
        /** Copies the lists. */
        public Taken {
            files = List.copyOf(files);
            renamed = List.copyOf(renamed);
        }

        /** Attaches all of them in one step. */
        public EditCommand act() {
            List<EditCommand> parts = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                parts.add(new AddAttachment(files.get(i), new IdBlock(ids.high(), ids.low() + 1 + files.size() + i)));
            }
            return new InOneAct("add-attachment", parts);
        }
    }

    /**
     * A name that could not be kept.
     *
     * @param was the file's name
     * @param now what it is attached as
     */
    public record Renamed(String was, String now) {}

    /**
     * Keeps the contents of files and says what is to be attached.
     *
     * @param files to be read; they stay as they are
     * @param owner id of the parcel, paper, case, map object or survey point they belong to
     * @param remark of each, "" for nothing
     * @param ids for the act and the files; nobody else's
     * @throws StoreException {@code content-unreadable}, {@code content-too-large} with the bytes allowed, {@code
     *     disk-full}; nothing is attached then
     */
    public Taken take(List<Path> files, UUID owner, String remark, IdBlock ids) throws StoreException {
        List<Attachment> fresh = new ArrayList<>();
        List<Renamed> renamed = new ArrayList<>();
        for (Path file : files) {
            String was = Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
            String name = FileName.plain(was);
            if (!name.equals(was)) {
                renamed.add(new Renamed(was, name));
            }
            String type = mediaType(file);
            Content content = contents.put(file);
            fresh.add(new Attachment(
                    ids.uuid(1 + fresh.size()), owner, name, type, content.bytes(), content.sha256(), remark));
        }
        return new Taken(fresh, renamed, ids);
    }

    private static String mediaType(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            return MediaTypes.of(in.readNBytes(MediaTypes.HEAD_BYTES));
        } catch (IOException e) {
            throw new StoreException("content-unreadable", List.of(file.toString()), e);
        }
    }
}
