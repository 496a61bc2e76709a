package vn.diaba.store.remote;

class MemoryLandDatabaseTest extends LandDatabaseContract {
    @Override
    LandDatabase empty() {
        return new MemoryLandDatabase(NO_BAD);
    }
}
