package vn.diaba.app.dossier;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.attach.FilesView;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.record.CaseFile;

/** The files attached to the case looked at, in the place of its fields while a button is pressed. FX thread only. */
final class CaseFiles extends ScrollPane {
    private final FilesView files;
    private final ToggleButton toggle = new ToggleButton();
    private final Tongue tongue;

    CaseFiles(DossierViewModel model, FilesViewModel filesModel, Tongue tongue) {
        this.tongue = tongue;
        files = new FilesView(filesModel, tongue);
        setId("dossierFiles");
        setContent(files);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain");
        visibleProperty().bind(toggle.selectedProperty());
        toggle.setId("dossierFilesToggle");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.getStyleClass().add("small");
        files.countProperty().addListener((property, was, is) -> word());
        tongue.messagesProperty().addListener((property, was, is) -> word());
        model.lookedProperty().addListener((property, was, is) -> follow(is));
        follow(model.lookedProperty().get());
        word();
    }

    /** Shows and hides them. */
    ToggleButton toggle() {
        return toggle;
    }

    /** The list itself. */
    FilesView files() {
        return files;
    }

    private void word() {
        toggle.setText(tongue.say("dossier-files", files.countProperty().get()));
    }

    private void follow(@Nullable CaseFile file) {
        files.setOwner(file == null ? null : file.id());
        toggle.setVisible(file != null);
        if (file == null) {
            toggle.setSelected(false);
        }
    }
}
