package vn.diaba.store.remote;

class MemoryLandDatabaseTest extends LandDatabaseContract {
    @Override
    protected LandDatabase empty() {
        return new MemoryLandDatabase(NO_BAD);
    }
}
