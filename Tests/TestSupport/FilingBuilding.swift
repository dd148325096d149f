import Filings

/// Builds filings for tests: every cell of the form 0 unless said otherwise.
package struct FilingBuilder {
    package var filing: Filing

    /// `total` cells may be given alone: `applicants` then puts the same number under natural persons.
    package init(
        _ year: Int, organ: String = "测试区教育局", district: District? = Places.county, level: AdministrativeLevel? = nil,
        coverage: Coverage = .oneOrgan, source: String? = nil, figures: KeyValuePairs<String, String> = [:]
    ) {
        let form = FormID.prescribed(for: year)
        filing = Filing(source: source ?? "\(organ)/\(year).txt", digest: "", format: "text", form: form)
        filing.year = year
        filing.organ = Organ(
            name: organ, function: OrganFunctions.function(ofOrganNamed: organ), level: level ?? district?.level,
            coverage: coverage)
        filing.area = AreaIdentification(code: district?.code, district: district)
        for measure in Measures.all where form.map(measure.forms.contains) ?? false {
            filing.readings[measure.id] = Reading(.reported, value: .zero, text: "0")
        }
        for (code, value) in figures { set(code, value) }
    }

    /// Sets a printed number; a total of table three is given to natural persons too, so that its line adds up.
    package mutating func set(_ code: String, _ value: String) {
        let reading = Reading(.reported, value: ExactDecimal(value)!, text: value)
        filing.readings[Measures.known(code)] = reading
        if code.hasPrefix("requests."), code.hasSuffix(".total") {
            filing.readings[Measures.known(code.dropLast(5) + "naturalPerson")] = reading
        }
    }

    /// Makes `total` new requests the only ones, all granted, so that every sum of table three holds.
    package mutating func receive(_ total: Int) {
        for line in ["received", "granted", "resolved"] { set("requests.\(line).total", String(total)) }
    }

    package mutating func set(_ code: String, state: ReadingState) {
        filing.readings[Measures.known(code)] = Reading(state, value: state == .nilMark ? .zero : nil)
    }

    package mutating func derive(_ code: String, _ value: String) {
        filing.derived[Measures.known(code)] = Derivation(value: ExactDecimal(value)!, equation: "test")
    }

    package mutating func state(_ kind: String, _ value: String) {
        filing.facts.append(Fact(kind: kind, value: ExactDecimal(value)!, unit: "", text: value, place: nil))
    }

    private func with(_ change: (inout FilingBuilder) -> Void) -> FilingBuilder {
        var copy = self
        change(&copy)
        return copy
    }

    /// The filing after further changes.
    package func filing(_ change: (inout FilingBuilder) -> Void) -> Filing { with(change).filing }
}

/// Divisions for tests. The first four are invented; the others are real.
package enum Places {
    package static let prefecture = place("900100", "测试市", .prefecture, parent: "900000")
    package static let county = place("900101", "测试区", .county, parent: "900100", prefecture: "测试市")
    package static let otherCounty = place("900102", "试验县", .county, parent: "900100", prefecture: "测试市")
    package static let zone = place("900190", "测试实验区", .functionalZone, parent: "900100", prefecture: "测试市")

    package static let fuzhou = place("350100", "福州市", .prefecture, parent: "350000", province: "福建省")
    package static let gulou = place(
        "350102", "鼓楼区", .county, parent: "350100", province: "福建省", prefecture: "福州市")
    package static let nanjingGulou = place(
        "320106", "鼓楼区", .county, parent: "320100", province: "江苏省", prefecture: "南京市")
    package static let beijing = place("110000", "北京市", .province, parent: nil, province: "北京市")
    package static let chaoyang = place("110105", "朝阳区", .county, parent: "110000", province: "北京市")
    package static let xiantao = place("429004", "仙桃市", .county, parent: "420000", province: "湖北省")

    package static func place(
        _ code: String, _ name: String, _ level: AdministrativeLevel, parent: String?, province: String = "测试省",
        prefecture: String = ""
    ) -> District {
        District(code: code, name: name, level: level, parent: parent, province: province, prefecture: prefecture)
    }
}
