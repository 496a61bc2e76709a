package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads taped sides: {@code PARCEL;SIDE;LENGTH} a line, sides counted from 1, decimal comma or point. Stateless. */
final class SidesFile {
    private SidesFile() {}

    /**
     * A line.
     *
     * @param parcel as a person cites it
     * @param side number of the side of its outer boundary, from 1
     * @param length as written
     */
    record Taped(String parcel, int side, String length) {}

    /**
     * Reads a file whole.
     *
     * @throws CommandFailure {@code file-unreadable}; {@code accuracy-line-not-read} with the line's number and text
     */
    static List<Taped> read(Path file) throws CommandFailure {
        String name = String.valueOf(file.getFileName());
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "file-unreadable", List.of(name), e);
        }
        List<Taped> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replace("\uFEFF", "");
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("[;\t]");
            if (parts.length < 3 || !parts[1].strip().matches("\\d{1,6}")) {
                throw new CommandFailure("accuracy-line-not-read", name, i + 1, line);
            }
            rows.add(new Taped(parts[0].strip(), Integer.parseInt(parts[1].strip()), parts[2].strip()));
        }
        return rows;
    }
}
