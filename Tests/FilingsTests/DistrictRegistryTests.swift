import Filings
import TestSupport
import Testing

@Suite struct DistrictRegistryTests {
    private let registry = DistrictRegistry()

    @Test func aRenamedCountyKeepsItsCode() {
        #expect(registry.district(code: "130502", in: 2019)?.name == "桥东区")
        #expect(registry.district(code: "130502", in: 2020)?.name == "襄都区")
        #expect(registry.district(code: "130502", in: nil)?.name == "襄都区")
        #expect(!registry.districts(named: "桥东区", in: 2020).contains { $0.code == "130502" })
        #expect(registry.districts(named: "桥东区", in: 2019).contains { $0.code == "130502" })
    }

    @Test func anEndedDistrictNamesItsSuccessors() throws {
        let ended = try #require(registry.district(code: "330104", in: 2020))
        #expect(ended.name == "江干区" && ended.lastYear == 2020)
        #expect(ended.successors.map(\.code) == ["330102", "330102", "330114"])
        #expect(ended.successors.map(\.year) == [1996, nil, nil])
        #expect(registry.districts(named: "江干区", in: 2021).isEmpty)
        #expect(registry.districts(named: "江干区", in: nil).map(\.code) == ["330104"])
        #expect(registry.district(code: "330104", in: 2024)?.name == "江干区")
    }

    @Test func namesakesAreToldApartByCode() {
        let namesakes = registry.districts(named: "鼓楼区", in: 2024)
        #expect(namesakes.count >= 4)
        #expect(namesakes.map(\.code) == namesakes.map(\.code).sorted())
        #expect(Set(namesakes.map(\.code)).count == namesakes.count)
        #expect(Set(namesakes.map(\.prefecture)).count == namesakes.count)
    }

    /// 崇川区 took a new code in 2020; in every year one entry is in force.
    @Test(arguments: [(2019, "320602"), (2020, "320613")]) func aNameThatChangedItsCode(_ year: Int, _ code: String) {
        #expect(registry.districts(named: "崇川区", in: year).map(\.code) == [code])
    }

    @Test func everyEntryIsSound() {
        for name in registry.names {
            for district in registry.districts(named: name, in: nil) {
                #expect(district.code.utf8.count == 6)
                #expect(district.level == .province ? district.parent == nil : district.parent != nil, "\(district)")
                if let first = district.firstYear, let last = district.lastYear {
                    #expect(first <= last, "\(district)")
                }
            }
        }
    }

    @Test func placesOfAProjectAreAdded() {
        let zone = Places.zone
        let registry = DistrictRegistry(adding: [zone])
        #expect(registry.districts(named: zone.name, in: 2024) == [zone])
        #expect(registry.district(code: zone.code, in: nil) == zone)
        #expect(self.registry.district(code: zone.code, in: nil) == nil)
        #expect(registry.names.contains(zone.name))
    }
}
