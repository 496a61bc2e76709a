package vn.diaba.store.remote;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.CaseNames;
import vn.diaba.store.take.LandPart;
import vn.diaba.store.take.PartSize;

/**
 * All land of a zone at one moment. Immutable.
 *
 * @param zone what the zone is
 * @param land its land
 * @param at the moment
 * @param versions of objects whose version is not 1
 */
public record Snapshot(ZoneSpec zone, Fabric land, Checkpoint at, List<ObjectVersion> versions) {
    /** Copies the list. */
    public Snapshot {
        versions = List.copyOf(versions);
    }

    /**
     * The same moment of a part of the zone.
     *
     * @throws RemoteException {@code case-not-found} with the name of a case that is not here, and numbers of those that are
     */
    public Snapshot part(Area area) throws RemoteException {
        for (String name : area.cases()) {
            if (CaseNames.all(land, name).isEmpty()) {
                throw new RemoteException("case-not-found", List.of(name, CaseNames.candidates(land, name)), null);
            }
        }
        Fabric part = LandPart.of(land, area);
        List<ObjectVersion> ofPart = versions.stream()
                .filter(one -> ZoneVersions.exists(part, one.key()))
                .toList();
        return new Snapshot(zone, part, at, ofPart);
    }

    /** How large it is, as a part for an area. */
    public PartSize size(Area area) {
        Payload all = ChangeCodec.encode(ChangeSet.planned(new UUID(0, 0), "snapshot", LandPart.additions(land)));
        return new PartSize(LandPart.count(land, area), land.parcelCount(), all.land().length + all.person().length);
    }
}
