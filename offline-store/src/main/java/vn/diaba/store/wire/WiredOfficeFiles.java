package vn.diaba.store.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;

/** The office's files at the other end of a line, and the answering half for them. Safe if the line is. */
final class WiredOfficeFiles implements OfficeFiles {
    private final Line line;

    WiredOfficeFiles(Line line) {
        this.line = line;
    }

    /** Answers a call about the office's files: the list, or the bytes of a part from a place on. */
    static Object answer(OfficeFiles there, String function, JsonObject arguments)
            throws RemoteException, CodecException {
        if (function.equals(Functions.OFFICE_FILES)) {
            List<Object> rows = new ArrayList<>();
            there.list().forEach(file -> rows.add(file.fields()));
            return WireJson.fields("files", rows);
        }
        OfficeFile file =
                new OfficeFile(arguments.text("p_name"), arguments.text("p_sha256"), arguments.number("p_bytes"));
        byte[] part = there.part(file, WireJson.count(arguments, "p_part"));
        return Arrays.copyOfRange(part, Math.min(WireJson.count(arguments, "p_from"), part.length), part.length);
    }

    @Override
    public List<OfficeFile> list() throws RemoteException {
        Object answer = line.call(Functions.OFFICE_FILES, WireJson.fields());
        try {
            return read(WireJson.object(answer));
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.OFFICE_FILES), e);
        }
    }

    static List<OfficeFile> read(JsonObject answer) throws CodecException {
        List<OfficeFile> files = new ArrayList<>();
        for (Object row : answer.list("files")) {
            files.add(OfficeFile.of(WireJson.object(row)));
        }
        return files;
    }

    @Override
    public byte[] part(OfficeFile file, int part) throws RemoteException {
        return line.bytes(
                Functions.OFFICE_PART,
                WireJson.fields(
                        "p_name", file.name(), "p_sha256", file.sha256(), "p_bytes", file.bytes(), "p_part", part),
                file.partBytes(part));
    }
}
