package vn.diaba.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;

/** Thursday: a second process edits the workspace and is killed in the middle; nothing it called saved is lost. */
final class PulledPlug {
    private static final int SAVED_BEFORE = 25;

    private final DemoSetting demo;

    PulledPlug(DemoSetting demo) {
        this.demo = demo;
    }

    void pull() throws IOException, DemoException, CrsException, StoreException, KeyException, OfficeException {
        demo.teller().chapter("demo-plug");
        Path workspace = demo.workspace();
        List<String> command = new ArrayList<>(demo.program());
        command.addAll(List.of("demo", "--edit-until-killed", workspace.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<UUID> saved = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String last = "";
            for (String line = lines.readLine(); line != null && saved.size() < SAVED_BEFORE; line = lines.readLine()) {
                last = line;
                if (line.startsWith(EditUntilKilled.SAVED)) {
                    saved.add(UUID.fromString(line.substring(EditUntilKilled.SAVED.length())));
                }
            }
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EditUntilKilled.SAVED) && line.length() == EditUntilKilled.SAVED.length() + 36) {
                    saved.add(UUID.fromString(line.substring(EditUntilKilled.SAVED.length())));
                }
            }
            if (saved.size() < SAVED_BEFORE) {
                throw new DemoException("demo-child-failed", last);
            }
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("demo-child-failed", "interrupted");
        } finally {
            child.destroyForcibly();
        }
        demo.teller().say("demo-killed", saved.size());
        long start = System.nanoTime();
        try (OpenWorkspace open = OpenWorkspace.open(workspace, demo.setting())) {
            for (UUID id : saved) {
                if (open.store().log().find(id).isEmpty()) {
                    throw new DemoException("demo-lost-edit", id);
                }
            }
            demo.teller().sayTimed(start, "demo-nothing-lost", saved.size());
        }
    }
}
