package vn.diaba.app.cli;

import vn.diaba.cadastre.model.ParcelSet;

/** One of the two coverages, as typed. */
enum LandSet {
    surveyed,
    legal;

    ParcelSet set() {
        return this == surveyed ? ParcelSet.SURVEYED : ParcelSet.LEGAL;
    }
}
