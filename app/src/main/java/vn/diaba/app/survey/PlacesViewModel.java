package vn.diaba.app.survey;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;

/** The named places of the land as it is now, listed away from the FX thread while a tool needs them. FX thread only. */
final class PlacesViewModel {
    private final Workspace workspace;
    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<KnownPlaces> places =
            new ReadOnlyObjectWrapper<>(this, "places", KnownPlaces.NONE);
    private boolean isUsed;

    PlacesViewModel(Workspace workspace, JobRunner jobs) {
        this.workspace = workspace;
        this.jobs = jobs;
        workspace.stateProperty().addListener((property, was, is) -> renew());
    }

    /** The places; those of the moment before for a blink. */
    ReadOnlyObjectProperty<KnownPlaces> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** Whether somebody needs them. */
    void use(boolean needed) {
        isUsed = needed;
        renew();
    }

    private void renew() {
        Fabric land = workspace.fabric();
        if (!isUsed || places.get().land() == land) {
            return;
        }
        jobs.submit("job-points", progress -> new KnownPlaces(land), outcome -> {
            if (outcome instanceof JobOutcome.Done<KnownPlaces> done && workspace.fabric() == land) {
                places.set(done.value());
            }
        });
    }

    /** The places as a map that is asked by name only. */
    Map<String, EastNorth> control() {
        KnownPlaces known = places.get();
        return new AbstractMap<>() {
            @Override
            public EastNorth get(Object name) {
                Optional<EastNorth> found = known.find(String.valueOf(name));
                return found.orElse(null);
            }

            @Override
            public Set<Entry<String, EastNorth>> entrySet() {
                return Set.of();
            }
        };
    }
}
