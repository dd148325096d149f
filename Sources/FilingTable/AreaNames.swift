import Filings

/// The names of the larger areas in which a filing lies, from its division as it stood in the reporting year.
struct AreaNames {
    /// The four municipalities under the central government: their districts have no prefecture.
    private static let municipalities = ["11", "12", "31", "50"]

    let code: String?
    let name: String?
    let level: AdministrativeLevel?
    let city: String?
    let province: String?
    let area: String?

    init(_ filing: Filing) {
        let district = filing.area.district
        code = filing.area.code ?? district?.code
        name = district?.name
        level = filing.organ?.level ?? district?.level
        province = district?.province
        city = district.map(Self.city)
        area = district.map(Self.area) ?? Self.ownArea(filing)
    }

    /// The names of a division alone.
    init(_ district: District) {
        code = district.code
        name = district.name
        level = district.level
        province = district.province
        city = Self.city(district)
        area = Self.area(district)
    }

    /// An area that no division names (a zone without a project file) goes by the name of the organ that speaks for it.
    private static func ownArea(_ filing: Filing) -> String? {
        filing.organ.flatMap { $0.coverage == .wholeArea ? $0.name : nil }
    }

    /// The prefecture. A district of a municipality lies in the municipality; a county-level city directly under its
    /// province stands for itself; a province lies in none.
    private static func city(_ district: District) -> String {
        switch district.level {
        case .province: ""
        case .prefecture: district.name
        case .county, .functionalZone:
            if !district.prefecture.isEmpty {
                district.prefecture
            } else if municipalities.contains(String(district.code.prefix(2))) {
                district.province
            } else {
                district.name
            }
        }
    }

    /// The area of prefecture rank: the prefecture of a county; a functional zone, a municipality's district and
    /// everything from a prefecture upwards stand for themselves.
    private static func area(_ district: District) -> String {
        district.level == .county && !district.prefecture.isEmpty ? district.prefecture : district.name
    }
}
