package vn.diaba.cadastre.record;

import java.util.UUID;

/** A record of the land that is neither corner, side nor parcel. All travel in the same change sets. */
public sealed interface LandRecord permits Party, Right, Paper, PlacedRecord, CaseFile, Attachment, NewerRecord {
    /** Names it for ever. */
    UUID id();
}
